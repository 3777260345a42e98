import { useRef, useState } from 'preact/hooks'
import { maxOpenSessions } from '../../src/aws/session-limits'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { isCurrent } from '../../src/roles/is-current'
import { idOf, type OpenSession } from '../../src/sessions/known-sessions'
import { Swatch } from '../list/swatch'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import { sessionSummary } from '../session-sentences'
import type { Menu, Panel } from '../state'
import { useFocus } from '../use-focus'

/** Known open sessions, with buttons to go to or sign out of each. */
export function OpenSessions({
  panel: { waiting },
  menu,
  onGoTo,
  onSignOut,
  onSwitchAnyway,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'sessions' }> }) {
  const list = useRef<HTMLElement>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState<string>()
  const firstButton = () => list.current?.querySelector('button')
  useFocus(firstButton)
  const { session, sessions, hideAccountIds } = menu
  const title = waiting ? message('popup_sessionsFull') : message('popup_sessionsTitle')

  const signOut = async (one: OpenSession) => {
    if (busy !== undefined) return
    setBusy(one.id)
    setSaid(message('popup_signingOut'))
    const failed = await onSignOut(one, waiting)
    setBusy(undefined)
    const name = nameOf(one, menu)
    setSaid(
      failed === undefined ? message('popup_signedOutOf', name) : message('popup_notSignedOut', name, failed),
    )
    firstButton()?.focus()
  }
  return (
    <PanelFrame title={title} onBack={onClosePanel}>
      <section class="panel-body sessions" ref={list} aria-labelledby="panel-title">
        {waiting && <p>{message('popup_sessionsFullText', String(maxOpenSessions), waiting.role.name)}</p>}
        <ul>
          {sessions.map(one => {
            const isHere = session !== undefined && one.id === idOf(session)
            return (
              <li key={one.id} aria-busy={one.id === busy}>
                <SessionName session={one} menu={menu} />
                <span class="session-summary">
                  {sessionSummary(one.session, hideAccountIds)}
                  {isHere && <span class="role-mark current">{message('popup_thisTab')}</span>}
                </span>
                <span class="session-buttons">
                  {!isHere && one.tab !== undefined && (
                    <button type="button" class="button" onClick={() => onGoTo(one)}>
                      {message('popup_goToTab')}
                    </button>
                  )}
                  {/* This tab posts the request that waits. */}
                  {!(isHere && waiting) && (
                    <button type="button" class="button" onClick={() => signOut(one)}>
                      {message('popup_signOut')}
                    </button>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
        <p class="hint">{message('popup_sessionsHint')}</p>
      </section>
      <footer>
        <p role="status">{said}</p>
        {waiting && (
          <button type="button" class="link-button" onClick={() => onSwitchAnyway(waiting.role, waiting.how)}>
            {message('popup_switchAnyway')}
          </button>
        )}
      </footer>
    </PanelFrame>
  )
}

function SessionName({ session, menu }: { readonly session: OpenSession; readonly menu: Menu }) {
  const role = roleOf(session, menu)
  return (
    <span class="session-name">
      {role && <Swatch role={role} />}
      {nameOf(session, menu)}
    </span>
  )
}

function roleOf({ session }: OpenSession, { roles }: Menu): Role | undefined {
  return roles.find(role => isCurrent(role, session))
}

/** Returns its profile's name if it is a role of the list, else AWS's name for it. */
function nameOf(one: OpenSession, menu: Menu): string {
  const { switched, user } = one.session
  return roleOf(one, menu)?.name ?? switched?.roleName ?? user ?? message('popup_signIn')
}
