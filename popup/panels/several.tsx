import { useRef } from 'preact/hooks'
import { maxOpenSessions } from '../../src/aws/session-limits'
import { countMessage, language, message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import { areNamesOf, wordsToType } from '../../src/roles/before-switch'
import { requestLink } from '../../src/roles/request-link'
import { pageFailureNotice, switchFailureNotice } from '../failures/failure-sentences'
import { openRequest } from '../failures/open-request'
import { Swatch } from '../list/swatch'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import {
  guardedSteps,
  manyTabs,
  openedRoles,
  type Progress,
  type Several,
  type SeveralRequest,
  type Step,
  type StepFailure,
  takesSession,
} from '../several/steps'
import type { Menu, Panel } from '../state'
import { useFocus } from '../use-focus'
import { ConfirmForm, SecondEnter } from './confirm-switch'

/** How many roles are listed, at most: the rest are counted. */
const maxListed = 50

/** The page in several roles: the question before that, and what became of each. */
export function SeveralRoles({
  panel: { several },
  menu,
  onSeveral,
  onOpen,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'several' }> }) {
  const { stage, steps } = several
  const props = { several, menu, onSeveral, onOpen }
  return (
    <PanelFrame
      title={countMessage('popup_ticked', new Set(steps.map(({ role }) => role.name)).size)}
      focusesBack={stage === 'impossible'}
      onBack={onClosePanel}
    >
      {stage === 'impossible' ? (
        <p class="panel-body several-why" role="alert">
          {message(several.why === 'classic' ? 'popup_severalClassic' : 'popup_severalBlocked')}
        </p>
      ) : stage === 'asking' ? (
        <Asking {...props} />
      ) : (
        <Results {...props} />
      )}
    </PanelFrame>
  )
}

interface SeveralProps {
  readonly several: Several
  readonly menu: Menu
  onSeveral(request: SeveralRequest): void
  onOpen(panel: Panel): void
}

/** One question for all roles that ask one. */
function Asking({ several, menu, onSeveral, onOpen }: SeveralProps) {
  const { steps, next, isUnsure } = several
  const guarded = guardedSteps(steps)
  const others = steps.length - guarded.length
  const tabs = manyTabs(steps)
  const isFull = next.count === 0 && steps.every(step => takesSession(step))
  const sessions = useRef<HTMLButtonElement>(null)
  useFocus(() => (isFull ? sessions.current : undefined))
  const hosts = [...new Set(steps.flatMap(({ host }) => host ?? []))]
  const action = message('popup_severalOpen')
  const asksReason = guarded.some(step => step.asksReason)
  const named = guarded.filter(({ question }) => question === 'name').map(({ role }) => role)
  if (isFull) {
    return (
      <div class="panel-body several-why">
        <p role="alert">{message('popup_severalFull', maxOpenSessions)}</p>
        <button type="button" class="button" ref={sessions} onClick={() => onOpen({ kind: 'sessions' })}>
          {message('popup_sessionsTitle')}
        </button>
      </div>
    )
  }
  return (
    <div class="panel-body confirm several-question">
      {guarded.length > 0 && (
        <>
          <p class="several-guarded" id="several-guarded">
            {message('popup_severalGuarded')}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys. */}
          <ul class="sessions" aria-labelledby="several-guarded" tabIndex={0}>
            {guarded.slice(0, maxListed).map(({ role }) => (
              <li key={`${role.name} ${role.region}`}>
                <RoleLine role={role} menu={menu} />
              </li>
            ))}
            <More count={guarded.length - maxListed} />
          </ul>
          {others > 0 && <p>{countMessage('popup_severalOthers', others)}</p>}
        </>
      )}
      {hosts.map(host => (
        <p key={host}>{message('popup_ownPortal', host)}</p>
      ))}
      {tabs !== undefined && <p>{countMessage('popup_severalTabs', tabs)}</p>}
      {isUnsure && <p>{message('popup_severalUnsure')}</p>}
      {steps.some(({ progress }) => progress.kind === 'left') && (
        <p>{countMessage('popup_severalFits', next.count, maxOpenSessions)}</p>
      )}
      {next.signOutOf.length > 0 && <p>{makesRoom(next.signOutOf)}</p>}
      {named.length > 0 || asksReason ? (
        <ConfirmForm
          action={action}
          name={
            named.length > 0
              ? {
                  label: message('popup_severalName', wordsToType(named).join(' ')),
                  hint: message('popup_severalNameHint'),
                  isRight: typed => areNamesOf(named, typed),
                }
              : undefined
          }
          asksReason={asksReason}
          onConfirm={reason => onSeveral({ kind: 'confirm', reason })}
        />
      ) : (
        <SecondEnter
          action={action}
          hint={message('popup_severalHint')}
          onConfirm={() => onSeveral({ kind: 'confirm' })}
        />
      )}
    </div>
  )
}

/** What became of each role, and what can be done next. */
function Results({ several, menu, onSeveral }: SeveralProps) {
  const { stage, steps, next, otherRegions } = several
  const body = useRef<HTMLElement>(null)
  // What had the focus may be gone, and Escape has to come from somewhere.
  useFocus(() => body.current)
  const isLeft = ({ progress }: Step) => progress.kind === 'left'
  const listed = [...steps.filter(step => !isLeft(step)), ...steps.filter(isLeft)].slice(0, maxListed)
  return (
    <>
      <section class="panel-body sessions several" ref={body} tabIndex={-1} aria-labelledby="panel-title">
        <ul>
          {listed.map(step => (
            <Result
              key={`${step.role.name} ${step.role.region}`}
              step={step}
              menu={menu}
              onSeveral={onSeveral}
            />
          ))}
          <More count={steps.length - maxListed} />
        </ul>
        {several.notSignedOut && (
          <p class="hint" role="alert">
            {message('popup_notSignedOut', several.notSignedOut.name, several.notSignedOut.error)}
          </p>
        )}
        {stage === 'done' && next.count === 0 && steps.some(isLeft) && (
          <p class="hint">{message('popup_severalFull', maxOpenSessions)}</p>
        )}
      </section>
      <footer class="several-footer">
        <p role="status">{statusOf(several)}</p>
        {stage === 'done' && next.signOutOf.length > 0 && <p>{makesRoom(next.signOutOf)}</p>}
        {stage === 'done' && (
          <NextSteps next={next.count} otherRegions={otherRegions} body={body} onSeveral={onSeveral} />
        )}
      </footer>
    </>
  )
}

interface NextStepsProps {
  readonly next: number
  readonly otherRegions: number
  readonly body: { readonly current: HTMLElement | null }
  onSeveral(request: SeveralRequest): void
}

/** The first thing to do has the focus: the next roles, or else the first tab. */
function NextSteps({ next, otherRegions, body, onSeveral }: NextStepsProps) {
  const first = useRef<HTMLButtonElement>(null)
  useFocus(
    () =>
      first.current ?? body.current?.querySelector<HTMLElement>('.session-buttons button') ?? body.current,
  )
  return (
    <span class="several-next">
      {next > 0 && (
        <button type="button" class="link-button" onClick={() => onSeveral({ kind: 'forget' })}>
          {message('popup_severalForget')}
        </button>
      )}
      {otherRegions > 0 && (
        <button type="button" class="button" onClick={() => onSeveral({ kind: 'other-regions' })}>
          {countMessage('popup_severalRegions', otherRegions)}
        </button>
      )}
      {next > 0 && (
        <button type="button" class="button primary" ref={first} onClick={() => onSeveral({ kind: 'next' })}>
          {countMessage('popup_severalNext', next)}
        </button>
      )}
    </span>
  )
}

interface ResultProps {
  readonly step: Step
  readonly menu: Menu
  onSeveral(request: SeveralRequest): void
}

function Result({ step: { role, progress }, menu, onSeveral }: ResultProps) {
  const tab = progress.kind === 'opened' ? progress.tab : undefined
  const failed = progress.kind === 'failed' ? failureSentence(role, progress.failure, menu) : undefined
  const request = failed === undefined ? undefined : requestLink(role)
  return (
    <li aria-busy={progress.kind === 'under-way'}>
      <RoleLine role={role} menu={menu} />
      {failed !== undefined && <p class="several-failed">{failed}</p>}
      {request && (
        <button type="button" class="button several-request" onClick={() => openRequest(request.url)}>
          {message('popup_requestAccess', request.host)}
        </button>
      )}
      <span class="session-buttons">
        {progress.kind !== 'failed' && (
          <span class={`several-${progress.kind}`}>{progressLabel(progress)}</span>
        )}
        {tab !== undefined && (
          <button
            type="button"
            class="button"
            aria-label={`${message('popup_goToTab')}: ${role.name}`}
            onClick={() => onSeveral({ kind: 'go-to', tab })}
          >
            {message('popup_goToTab')}
          </button>
        )}
      </span>
    </li>
  )
}

/** How many further roles there are, below those that are listed. */
function More({ count }: { readonly count: number }) {
  return count > 0 ? <li>{countMessage('popup_severalMore', count)}</li> : null
}

function RoleLine({ role, menu: { hideAccountIds } }: { readonly role: Role; readonly menu: Menu }) {
  const { roleName, account, accountAlias, region } = role
  const where = hideAccountIds ? [] : [accountAlias ?? dashedAccount(account)]
  return (
    <>
      <span class="session-name">
        <Swatch role={role} />
        {role.name}
      </span>
      <span class="session-summary">{[roleName, ...where, region].filter(Boolean).join(' · ')}</span>
    </>
  )
}

function progressLabel({ kind }: Exclude<Progress, { readonly kind: 'failed' }>): string {
  switch (kind) {
    case 'opened':
      return message('popup_severalOpened')
    case 'here':
      return message('popup_severalHere')
    case 'under-way':
      return message('popup_severalUnderWay')
    case 'waiting':
      return message('popup_severalWaiting')
    case 'left':
      return message('popup_severalLeft')
  }
}

function failureSentence(role: Role, failure: StepFailure, { session, hideAccountIds }: Menu): string {
  const notice =
    failure.kind === 'blocked'
      ? pageFailureNotice(failure)
      : switchFailureNotice(role, failure, session, hideAccountIds)
  return notice.text
}

function makesRoom(roles: readonly Role[]): string {
  const names = new Intl.ListFormat(language()).format(roles.map(({ name }) => name))
  return message('popup_severalMakesRoom', names)
}

function statusOf({ stage, steps, next }: Several): string {
  if (stage === 'running') {
    const now = steps.find(({ progress }) => progress.kind === 'under-way')
    if (now) return message('popup_severalOpening', now.role.name)
    return next.signOutOf.length > 0 ? message('popup_severalMakingRoom') : ''
  }
  const count = (kind: Progress['kind']) => steps.filter(({ progress }) => progress.kind === kind).length
  const opened = new Set(openedRoles(steps).map(({ name }) => name)).size
  const failed = count('failed')
  const left = count('left') + count('waiting')
  return [
    ...(opened > 0 ? [countMessage('popup_severalDone', opened)] : []),
    ...(failed > 0 ? [countMessage('popup_severalNotOpened', failed)] : []),
    ...(left > 0 ? [countMessage('popup_severalStillLeft', left)] : []),
  ].join(' ')
}
