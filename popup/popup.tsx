import { countMessage, message } from '../src/browser/i18n'
import { readQuery } from '../src/roles/query'
import { ChevronIcon, HelpIcon, SettingsIcon } from '../styles/icons/menu-icons'
import { lazily } from './lazily'
import { optionId, RoleList } from './list/role-list'
import { rowHeight, rowsThatFit } from './list/row-height'
import { Swatch } from './list/swatch'
import type { PopupProps } from './popup-props'
import { SearchBox } from './search-box'
import { clockSentence, clockTitle, countSentence, sessionSummary } from './session-sentences'
import { activeRole, activeRow, type Menu } from './state'

const notices = () => import('./failures/failure-notice')
const MenuFailureNotice = lazily(notices, 'MenuFailureNotice')
const PageFailureNotice = lazily(notices, 'PageFailureNotice')
const SlowNotice = lazily(notices, 'SlowNotice')
const SwitchFailureNotice = lazily(notices, 'SwitchFailureNotice')
const PanelView = lazily(() => import('./panel-view'), 'PanelView')
const TickedRoles = lazily(() => import('./several/ticked-roles'), 'TickedRoles')
const ImagesStopped = lazily(() => import('./list/images-stopped'), 'ImagesStopped')
const GroupChips = lazily(() => import('./list/group-chips'), 'GroupChips', ChipsSpace)
const RenewButton = lazily(() => import('./again/renew-button'), 'RenewButton')
const WrongRegion = lazily(() => import('./wrong-region'), 'WrongRegion')
const RegionSentence = lazily(() => import('./failures/region-sentence'), 'RegionSentence')
const AimNotice = lazily(() => import('./pasted/aim-notice'), 'AimNotice')
const EmptyList = lazily(() => import('./list/empty-list'), 'EmptyList')

const PortalView = lazily(() => import('./portal/portal-view'), 'PortalView')

/** The room for the groups, until they are there. */
function ChipsSpace() {
  return <div class="group-chips" />
}

/** The toolbar menu, or why there is none. */
export function Popup(props: PopupProps) {
  const { state, onQuery, onCommand, onOpen, onRemedy } = props
  if (state.kind === 'menu' && state.panel) {
    return (
      <main>
        <h1 class="visually-hidden">Rolecall</h1>
        <PanelView {...props} menu={state} panel={state.panel} />
      </main>
    )
  }
  return (
    <main>
      <header>
        <h1 class={state.kind === 'no-menu' ? undefined : 'visually-hidden'}>Rolecall</h1>
        {state.kind !== 'no-menu' && (
          <SearchBox
            query={state.query}
            roleCount={(state.kind === 'menu' && state.roles.length) || undefined}
            activeOption={activeRow(state) && state.kind === 'menu' ? optionId(state.active) : undefined}
            isAimed={state.kind === 'menu' && state.isAimed}
            onQuery={onQuery}
            onCommand={onCommand}
          />
        )}
        {state.kind === 'menu' && (
          <button
            type="button"
            class="icon-button"
            aria-label={message('popup_help')}
            title={message('popup_helpTitle')}
            onClick={() => onOpen({ kind: 'help' })}
          >
            <HelpIcon />
          </button>
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
      {state.kind === 'no-menu' && <MenuFailureNotice failure={state.failure} onRemedy={onRemedy} />}
      {state.kind === 'menu' && <MenuBody {...props} menu={state} />}
    </main>
  )
}

function MenuBody({
  menu,
  onChoose,
  onPoint,
  onQuery,
  onMove,
  onOpen,
  onRemedy,
  onSeveral,
  onTryHost,
  onStopWaiting,
}: PopupProps & { readonly menu: Menu }) {
  const { roles, rows, hidden, errors, query, found } = menu
  return (
    <>
      {menu.switch.kind === 'failed' ? (
        <SwitchFailureNotice
          role={menu.switch.role}
          failure={menu.switch.failure}
          copied={menu.copied}
          session={menu.session}
          hideAccountIds={menu.hideAccountIds}
          onRemedy={onRemedy}
          onTryHost={onTryHost}
        />
      ) : menu.switch.kind === 'under-way' && menu.switch.slow ? (
        <SlowNotice {...menu.switch.slow} onTryHost={onTryHost} />
      ) : (
        menu.pageFailure && (
          <PageFailureNotice
            pageFailure={menu.pageFailure}
            copied={menu.copied}
            onRemedy={onRemedy}
            onStopWaiting={onStopWaiting}
          />
        )
      )}
      {menu.portal && <PortalView portal={menu.portal} />}
      {menu.aim && <AimNotice menu={menu} aim={menu.aim} />}
      {hasChips(menu) && <GroupChips query={query} roles={found} onQuery={onQuery} />}
      {rows.length > 0 ? (
        <RoleList
          label={message('popup_list')}
          rows={rows}
          current={menu.current}
          page={menu.aim?.page?.url ?? menu.page}
          pinned={menu.pinned}
          openIn={menu.openIn}
          readerOf={menu.readerOf}
          through={menu.through}
          rowsInView={rowsInView(menu)}
          density={menu.density}
          active={menu.active}
          ticked={menu.ticked}
          query={query}
          typos={menu.typos}
          hideAccountIds={menu.hideAccountIds}
          busyRole={menu.switch.kind === 'under-way' ? menu.switch.role : undefined}
          onChoose={row => onChoose(row, 'here')}
          onPoint={onPoint}
          onActions={role => onOpen({ kind: 'actions', role })}
        />
      ) : (menu.portal ?? menu.pageFailure?.kind === 'waiting') && menu.roles.length === 0 ? null : (
        <EmptyList menu={menu} height={rowsInView(menu) * rowHeight(menu.density)} />
      )}
      <footer>
        <p class="session" title={sessionTitle(menu)}>
          {menu.current && <Swatch role={menu.current} />}
          {sessionText(menu)}
        </p>
        {menu.clock && (
          <p class={`clock${menu.clock.left === undefined ? '' : ' ending'}`} title={clockTitle(menu.clock)}>
            {clockSentence(menu.clock)}
          </p>
        )}
        {menu.clock?.left !== undefined && menu.current && <RenewButton menu={menu} onOpen={onOpen} />}
        <KeyHints
          isShown={query === '' && rows.length > 0 && !menu.ticked?.size}
          hasMore={roles.length > 0}
        />
        <div class="footer-links">
          {(menu.ticked ?? menu.left) && <TickedRoles menu={menu} onSeveral={onSeveral} />}
          <p class="count" role="status">
            {underWaySentence(menu) ??
              regionSentence(menu) ??
              readerSentence(menu) ??
              (query.trim() === '' ? '' : countSentence(found.length, roles.length))}
          </p>
          {menu.current && menu.page !== undefined && (
            <WrongRegion role={menu.current} targets={menu.targets} page={menu.page} onMove={onMove} />
          )}
          {errors > 0 && (
            <button type="button" class="link-button errors" onClick={() => onRemedy('open-options')}>
              {countMessage('popup_errors', errors)}
            </button>
          )}
          {menu.teamFailed && (
            <button type="button" class="link-button errors" onClick={() => onRemedy('open-team')}>
              {message('popup_teamOld')}
            </button>
          )}
          <ImagesStopped roles={roles} onSettings={() => onRemedy('open-options')} />
          {menu.sessions.length > 1 && (
            <button type="button" class="link-button" onClick={() => onOpen({ kind: 'sessions' })}>
              {countMessage('popup_sessions', menu.sessions.length)}
              <ChevronIcon />
            </button>
          )}
          {hidden.length > 0 && (
            <button type="button" class="link-button" onClick={() => onOpen({ kind: 'hidden' })}>
              {countMessage('popup_hidden', hidden.length)}
              <ChevronIcon />
            </button>
          )}
        </div>
      </footer>
    </>
  )
}

/** What the most important keys do. Screen readers have them in the panel of all keys. */
function KeyHints({ isShown, hasMore }: { readonly isShown: boolean; readonly hasMore: boolean }) {
  return (
    <p class="key-hints" aria-hidden="true">
      {isShown && (
        <>
          {keyHint('↵', message('popup_keySwitch'))}
          {hasMore && keyHint('→', message('popup_keyMore'))}
          {keyHint('?', message('popup_keyHelp'))}
        </>
      )}
    </p>
  )
}

function keyHint(key: string, does: string) {
  return (
    <span>
      <kbd>{key}</kbd> {does}
    </span>
  )
}

/** Where the user is: in which role, or else in which account. Without a session, what the menu still offers. */
function sessionText({ session, current, pageFailure, through, again, hideAccountIds }: Menu): string {
  if (again && !session) return message('popup_endedShort')
  if (session && current) return message('popup_inRole', current.name, current.roleName)
  if (session) return sessionSummary(session, hideAccountIds)
  if (pageFailure === undefined) return message(through ? 'popup_throughShort' : 'popup_noSessionShort')
  return pageFailure.kind === 'waiting' ? message('popup_waitingShort') : message('popup_formShort')
}

/** Who the page is signed in as, at length: the line may show the role only, or be cut off. */
function sessionTitle({ session, hideAccountIds }: Menu): string {
  const summary = session && sessionSummary(session, hideAccountIds)
  return summary ? message('popup_signedInTo', summary) : message('popup_sessionTitle')
}

/** A list as long as this is offered by group. */
const minForChips = 50

function hasChips({ roles }: Menu): boolean {
  return roles.length > minForChips
}

function underWaySentence({ switch: change }: Menu): string | undefined {
  if (change.kind !== 'under-way') return undefined
  return change.role ? message('popup_switching', change.role.name) : message('popup_switchingBack')
}

function regionSentence(menu: Menu) {
  const typed = readQuery(menu.query).region
  const role = activeRole(menu)
  return typed === undefined || !role ? undefined : (
    <RegionSentence typed={typed} role={role} session={menu.session} />
  )
}

/** How to take the active role, if Enter takes another in its place. */
function readerSentence(menu: Menu): string | undefined {
  const role = activeRole(menu)
  return role && menu.readerOf?.(role) && message('popup_readerHint')
}

/** Height of the list, in CSS pixels: browsers cut a popup at 600 pixels, so other content reduces it. */
const maxContentHeight = 425
const heightOfAlert = 150
const heightOfChips = 34
const heightOfPageFailure = 205
const heightOfPortal = 110
const heightOfAim = 52

/** Returns how many rows of roles are as high as the section and the heading below it. */
function withHeadings({ length }: Menu['roles']): number {
  return length > 0 ? length + 1.5 : 0
}

/** Reserves room for the whole menu's rows, so that the popup keeps its size while the user types. */
function rowsInView(menu: Menu): number {
  const { roles, headings, backTo, density, switch: change, pageFailure, recentRoles, forAddress } = menu
  const hasAlert = change.kind === 'failed' || (change.kind === 'under-way' && change.slow)
  const height =
    (hasAlert ? heightOfAlert : pageFailure ? heightOfPageFailure : 0) +
    (hasChips(menu) ? heightOfChips : 0) +
    (menu.portal ? heightOfPortal : 0) +
    (menu.aim ? heightOfAim : 0)
  const most = rowsThatFit(density, maxContentHeight - height)
  // There is a heading for each group, and a user who has groups has more than a handful of roles.
  // A search of a portal doesn't make the popup grow row by row.
  const all =
    headings || menu.portal?.scan?.state.kind === 'running'
      ? Number.POSITIVE_INFINITY
      : roles.length +
        (backTo ? 1 : 0) +
        (menu.again ? 1 : 0) +
        withHeadings(recentRoles) +
        withHeadings(forAddress)
  return Math.min(all, most)
}
