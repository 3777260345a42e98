import { message } from '../src/browser/message'
import type { Role } from '../src/roles/role'
import { AlertIcon, InfoIcon } from './icons'
import { failureNotice, type Notice as NoticeData, type Remedy, remedyLabel, stopNotice } from './notices'
import type { Failure, Stop } from './state'

interface NoticeProps {
  readonly notice: NoticeData
  /** A page of its own in place of the menu, or an alert above the list. */
  readonly kind: 'page' | 'alert'
  onRemedy(remedy: Remedy): void
}

interface StopNoticeProps {
  readonly stop: Stop
  readonly reported: boolean | undefined
  onRemedy(remedy: Remedy): void
}

/** Why there is no menu. */
export function StopNotice({ stop, reported, onRemedy }: StopNoticeProps) {
  const notice = stopNotice(stop)
  const said = reported ? { ...notice, text: message('popup_reportCopied') } : notice
  return <Notice kind="page" notice={said} onRemedy={onRemedy} />
}

interface FailureNoticeProps {
  readonly role: Role | undefined
  readonly failure: Failure
  readonly isFromRole: boolean
  onRemedy(remedy: Remedy): void
}

/** How a switch failed. */
export function FailureNotice({ role, failure, isFromRole, onRemedy }: FailureNoticeProps) {
  return <Notice kind="alert" notice={failureNotice(role, failure, isFromRole)} onRemedy={onRemedy} />
}

/** What happened, why and what to do. */
function Notice({ notice: { title, text, causes, remedy }, kind, onRemedy }: NoticeProps) {
  return (
    <div
      class={`notice ${kind}`}
      role={kind === 'alert' ? 'alert' : 'status'}
      // An alert leaves room for the list and scrolls, which the keyboard can do too.
      tabIndex={kind === 'alert' ? 0 : undefined}
    >
      {kind === 'alert' ? <AlertIcon /> : <InfoIcon />}
      <div class="notice-body">
        <h2>{title}</h2>
        <p>{text}</p>
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
        {remedy && (
          <button
            type="button"
            class={kind === 'page' ? 'button primary' : 'button'}
            onClick={() => onRemedy(remedy)}
          >
            {remedyLabel(remedy)}
          </button>
        )}
      </div>
    </div>
  )
}
