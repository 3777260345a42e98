import { countMessage, message } from '../src/browser/message'
import type { HiddenRole, Role } from '../src/roles/role'
import { HiddenRoles } from './hidden-roles'
import { ChevronIcon, SettingsIcon } from './icons'
import { Notice } from './notice'
import { optionId, RoleList } from './role-list'
import { rowHeight, rowsThatFit } from './row-height'
import { SearchBox } from './search-box'
import {
  countSentence,
  failureNotice,
  hiddenSentence,
  type Remedy,
  sessionSummary,
  stopNotice,
} from './sentences'
import { activeRole, type Menu, type Move, type State } from './state'

export interface PopupProps {
  readonly state: State
  onQuery(query: string): void
  onMove(move: Move): void
  onChoose(role: Role): void
  onToggleHidden(): void
  onRemedy(remedy: Remedy): void
  onClose(): void
}

/** The toolbar menu, or why there is none. */
export function Popup(props: PopupProps) {
  const { state, onQuery, onMove, onChoose, onRemedy, onClose } = props
  const active = activeRole(state)
  return (
    <main>
      <header>
        <h1 class={state.kind === 'stopped' ? undefined : 'visually-hidden'}>Rolecall</h1>
        {state.kind !== 'stopped' && (
          <SearchBox
            query={state.query}
            activeOption={state.kind === 'menu' && active ? optionId(state.active) : undefined}
            onQuery={onQuery}
            onMove={onMove}
            onEnter={() => active && onChoose(active)}
            onClose={onClose}
          />
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={message('popup_settings')}
          title={message('popup_settings')}
          onClick={() => onRemedy('open-options')}
        >
          <SettingsIcon />
        </button>
      </header>
      {state.kind === 'stopped' && <Notice kind="page" notice={stopNotice(state.stop)} onRemedy={onRemedy} />}
      {state.kind === 'menu' && <MenuBody {...props} menu={state} />}
    </main>
  )
}

function MenuBody({ menu, onChoose, onToggleHidden, onRemedy }: PopupProps & { readonly menu: Menu }) {
  const { roles, matches, hidden, errors, query, showsHidden } = menu
  const underWay = menu.switch.kind === 'under-way' ? menu.switch.role : undefined
  return (
    <>
      {menu.switch.kind === 'failed' && (
        <Notice
          kind="alert"
          notice={failureNotice(menu.switch.role, menu.switch.failure)}
          onRemedy={onRemedy}
        />
      )}
      {matches.length > 0 ? (
        <RoleList
          label={message('popup_list')}
          roles={matches}
          session={menu.session}
          rowsInView={rowsInView(menu)}
          density={menu.density}
          active={menu.active}
          query={query}
          hideAccountIds={menu.hideAccountIds}
          busyRole={underWay}
          onChoose={onChoose}
        />
      ) : (
        <Nothing menu={menu} />
      )}
      {showsHidden && hidden.length > 0 && (
        <HiddenRoles hidden={hidden} hideAccountIds={menu.hideAccountIds} />
      )}
      <footer>
        <p class="session" title={message('popup_sessionTitle')}>
          {sessionSummary(menu.session, menu.hideAccountIds)}
        </p>
        <p class="count" role="status">
          {underWay ? message('popup_switching', underWay.name) : countSentence(matches.length, roles.length)}
        </p>
        {hidden.length > 0 && (
          <button
            type="button"
            class="link-button"
            id="hidden-toggle"
            aria-expanded={showsHidden}
            aria-controls="hidden-roles"
            onClick={onToggleHidden}
          >
            {countMessage('popup_hidden', hidden.length)}
            <ChevronIcon />
          </button>
        )}
        {menu.teamFailed && (
          <button type="button" class="link-button errors" onClick={() => onRemedy('open-options')}>
            {message('popup_teamOld')}
          </button>
        )}
        {errors > 0 && (
          <button type="button" class="link-button errors" onClick={() => onRemedy('open-options')}>
            {countMessage('popup_errors', errors)}
          </button>
        )}
      </footer>
    </>
  )
}

/** Of the list, in CSS pixels: browsers cut a popup at 600 pixels, so what else is shown takes from it. */
const mostHeight = 425
const heightOfReasons = 150

/** Room for as many rows as there are roles, so that the popup keeps its size while the user types. */
function rowsInView({ roles, hidden, showsHidden, density, switch: { kind } }: Menu): number {
  const others = (showsHidden && hidden.length > 0 ? 1 : 0) + (kind === 'failed' ? 1 : 0)
  return Math.min(roles.length, rowsThatFit(density, mostHeight - others * heightOfReasons))
}

/** In place of the list, where it is empty. */
function Nothing({ menu }: { readonly menu: Menu }) {
  const { query, roles, hidden } = menu
  if (query.trim() === '' || roles.length === 0) {
    return (
      <div class="nothing" role="status">
        <p>{message('popup_noneOffered')}</p>
      </div>
    )
  }
  const other = hiddenMatch(hidden, query)
  return (
    <div class="nothing" role="status" style={{ height: `${rowsInView(menu) * rowHeight(menu.density)}px` }}>
      <p>{message('popup_noMatch', query.trim())}</p>
      <p class="hint">
        {other
          ? message('popup_hiddenMatch', other.name, hiddenSentence(other.reason, menu.hideAccountIds))
          : message('popup_noMatchHint')}
      </p>
    </div>
  )
}

function hiddenMatch(hidden: readonly HiddenRole[], query: string): HiddenRole | undefined {
  const wanted = query.trim().toLowerCase()
  return hidden.find(({ name }) => name.toLowerCase().includes(wanted))
}
