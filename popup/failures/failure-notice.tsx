import type { Session } from '../../src/aws/session'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { AlertIcon, InfoIcon } from '../../styles/icons/panel-icons'
import type { Copied, MenuFailure } from '../state'
import type { PageFailure } from '../tab/read-tab'
import {
  menuFailureNotice,
  type Notice as NoticeData,
  pageFailureNotice,
  type Remedy,
  remedyLabel,
  switchFailureNotice,
} from './failure-sentences'
import { openRequest } from './open-request'
import type { SwitchFailure } from './switch-failure'

interface NoticeProps {
  readonly notice: NoticeData
  /** A page of its own in place of the menu; or, above the list, an alert, what Enter does instead, or progress. */
  readonly kind: 'page' | 'alert' | 'form' | 'progress'
  onRemedy(remedy: Remedy): void
  onTryHost?(host: string): void
  /** What a button has done. */
  readonly done?: string | undefined
  /** Buttons shown with progress. */
  readonly stop?: { readonly label: string; onStop(): void }
}

/** Why there is no menu. */
export function MenuFailureNotice({
  failure,
  onRemedy,
}: {
  readonly failure: MenuFailure
  onRemedy(remedy: Remedy): void
}) {
  return <Notice kind="page" notice={menuFailureNotice(failure)} onRemedy={onRemedy} />
}

interface PageFailureNoticeProps {
  readonly pageFailure: PageFailure
  readonly copied: Copied
  onRemedy(remedy: Remedy): void
  onStopWaiting(): void
}

/** Why the page can't be posted from, and what Enter does instead. */
export function PageFailureNotice({ pageFailure, copied, onRemedy, onStopWaiting }: PageFailureNoticeProps) {
  const notice = pageFailureNotice(pageFailure)
  if (pageFailure.kind === 'waiting') {
    const stop = { label: message('popup_stopWaiting'), onStop: onStopWaiting }
    return <Notice kind="progress" notice={notice} onRemedy={onRemedy} stop={stop} />
  }
  const said =
    copied === 'not-yet'
      ? notice
      : { ...notice, text: message(copied === 'done' ? 'popup_reportCopied' : 'popup_notCopied') }
  return <Notice kind="form" notice={said} onRemedy={onRemedy} />
}

interface SlowNoticeProps {
  readonly host: string
  readonly other: string
  onTryHost(host: string): void
}

/** A slow sign-in host, and another one to try. */
export function SlowNotice({ host, other, onTryHost }: SlowNoticeProps) {
  const title = message('popup_slow_title')
  const notice = { title, text: message('popup_slow', host), otherHost: other }
  return <Notice kind="progress" notice={notice} onRemedy={() => {}} onTryHost={onTryHost} />
}

interface SwitchFailureNoticeProps {
  readonly role: Role | undefined
  readonly failure: SwitchFailure
  /** What became of copying its details. */
  readonly copied: Copied
  readonly session: Session | undefined
  readonly hideAccountIds: boolean
  onRemedy(remedy: Remedy): void
  onTryHost(host: string): void
}

export function SwitchFailureNotice({
  role,
  failure,
  copied,
  session,
  hideAccountIds,
  onRemedy,
  onTryHost,
}: SwitchFailureNoticeProps) {
  const notice = switchFailureNotice(role, failure, session, hideAccountIds)
  const done =
    copied === 'not-yet' ? undefined : message(copied === 'done' ? 'popup_copied' : 'popup_notCopied')
  return <Notice kind="alert" notice={notice} done={done} onRemedy={onRemedy} onTryHost={onTryHost} />
}

/** What happened, why and what to do. */
function Notice({ notice, kind, onRemedy, onTryHost, done, stop }: NoticeProps) {
  const { title, text, instead, causes, remedies = [], request, otherHost } = notice
  const isAlert = kind === 'alert' || kind === 'form'
  return (
    <div
      class={`notice ${kind}`}
      role={isAlert ? 'alert' : 'status'}
      // An alert leaves room for the list and scrolls, also by keyboard.
      tabIndex={isAlert ? 0 : undefined}
    >
      {isAlert ? <AlertIcon /> : kind === 'progress' ? <span class="spinner" /> : <InfoIcon />}
      <div class="notice-body">
        <h2>{title}</h2>
        <p>{text}</p>
        {instead && <p class="notice-instead">{instead}</p>}
        {causes && (
          <details>
            <summary>{message('popup_causes')}</summary>
            <ul>
              {causes.map(cause => (
                <li key={cause}>{cause}</li>
              ))}
            </ul>
          </details>
        )}
        <p class="notice-buttons">
          {request && (
            <button type="button" class="button primary" onClick={() => openRequest(request.url)}>
              {message('popup_requestAccess', request.host)}
            </button>
          )}
          {otherHost !== undefined && onTryHost && (
            <button type="button" class="button" onClick={() => onTryHost(otherHost)}>
              {message('popup_tryHost', otherHost)}
            </button>
          )}
          {stop && (
            <button type="button" class="button" onClick={stop.onStop}>
              {stop.label}
            </button>
          )}
          {remedies.map(remedy => (
            <button
              key={remedy}
              type="button"
              class={kind === 'page' ? 'button primary' : 'button'}
              onClick={() => onRemedy(remedy)}
            >
              {remedyLabel(remedy)}
            </button>
          ))}
          {done}
        </p>
      </div>
    </div>
  )
}
