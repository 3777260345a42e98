import type { Account, Session } from '../src/aws/session'
import type { HiddenRole, Role } from '../src/config/resolve/role'
import type { TargetRoles } from '../src/config/resolve/target-roles'
import type { ShellSetting } from '../src/lib/shell'
import type { PastedSearch } from '../src/pasted/pasted-search'
import type { Aim } from '../src/pasted/roles-for'
import type { GuardedGroups, Question, ReaderFinder } from '../src/roles/before-switch'
import type { Search } from '../src/roles/search'
import type { Typos } from '../src/roles/term'
import type { OpenSession } from '../src/sessions/known-sessions'
import type { Again } from '../src/sessions/role-tabs'
import type { Clock } from '../src/sessions/session-clock'
import type { Density } from '../src/settings/settings'
import type { SwitchFailure } from './failures/switch-failure'
import type { Move, OpenMode } from './keys'
import { type Row, rowsOfMenu, rowsOfRoles } from './list/rows'
import type { PortalMenu } from './portal/portal-menu'
import type { Several } from './several/steps'
import type { PageFailure } from './tab/read-tab'

/** Why there is no menu. Each is a sentence in `failure-sentences.ts`, with what to do. */
export type MenuFailure =
  | { readonly kind: 'not-console' }
  /** A link to a page in a role, but not to a console page. */
  | { readonly kind: 'link-elsewhere'; readonly host: string }
  | { readonly kind: 'nothing-configured' }
  /** There is only a team's list, which couldn't be fetched. */
  | { readonly kind: 'team-missing' }
  /** There is a text, but no profile in it is a target role. */
  | { readonly kind: 'no-roles'; readonly errors: number }
  | { readonly kind: 'storage-failed'; readonly message: string }
  | { readonly kind: 'storage-newer' }
  | { readonly kind: 'storage-unreadable' }

export type State = Loading | NoMenu | Menu

/** The search box is there already; what the user types is applied once the roles are known. */
interface Loading {
  readonly kind: 'loading'
  readonly query: string
}

interface NoMenu {
  readonly kind: 'no-menu'
  readonly failure: MenuFailure
}

export interface MenuData {
  /** Absent if the menu was opened on a page that isn't a signed-in console page. */
  readonly session?: Session
  /** The URL of the console page that the menu was opened on. */
  readonly page?: string
  /** Why the console page can't be posted from, or not yet. Unless the menu only waits, Enter opens AWS's own form. */
  readonly pageFailure: PageFailure | undefined
  /** The access portal that the menu was opened on. */
  readonly portal: PortalMenu | undefined
  readonly targets: TargetRoles
  /** All available roles, in list order. */
  readonly roles: readonly Role[]
  readonly hidden: readonly HiddenRole[]
  /** Number of errors in the list: each leaves a profile out. */
  readonly errors: number
  /** Whether the last refresh of the team list failed. */
  readonly teamFailed: boolean
  readonly hideAccountIds: boolean
  readonly density: Density
  readonly shell: ShellSetting
  /** Also reads what is pasted, once the code for that is loaded. */
  readonly search: Search & Partial<PastedSearch>
  readonly typos: Typos | undefined
  /** Roles in the account that the page's address names, if that isn't the session's. */
  readonly forAddress: readonly Role[]
  /** Whether each group has a heading. */
  readonly headings: boolean
  /** Groups that are collapsed. */
  readonly folded: readonly string[]
  /** Names of the pinned roles. */
  readonly pinned: readonly string[]
  /** Names of used roles, most recent first. */
  readonly recent: readonly string[]
  /** The roles above all of them, because they were used last. */
  readonly recentRoles: readonly Role[]
  /** How many roles come before those, because they are pinned or for the page. */
  readonly ahead: number
  /** Groups whose roles ask something before a switch. */
  readonly groups: GuardedGroups
  /** Finds the role that Enter takes in place of another. Absent until it is loaded, soon after the first picture. */
  readonly readerOf: ReaderFinder | undefined
  /** The known open sessions, in multi-session mode. */
  readonly sessions: readonly OpenSession[]
  /** The session that the tab's role was switched to from, in multi-session mode, if it is known. */
  readonly base: OpenSession | undefined
  /** Names of the roles that are switched to from `base`. */
  readonly fromBase: ReadonlySet<string>
  /** Returns what is opened before a role that isn't available here, if that is how it can be reached. */
  readonly through?: ((role: Role) => Through | undefined) | undefined
  /** Returns the session in which a role is open in another tab. */
  openIn(role: Role): OpenSession | undefined
  /** The role whose session has ended in this tab. */
  readonly again?: Again | undefined
  /** The account that the user can leave the tab's role for. */
  readonly backTo: Account | undefined
  /** Whether going to the tab of the role's open session isn't enough to get to the role's region. */
  isElsewhere(role: Role, open: OpenSession): boolean
  /** The role of the list that the tab's session is in. */
  readonly current: Role | undefined
  /** How long the tab's session has been in its role, if known. */
  readonly clock: Clock | undefined
}

/** How a role is reached that isn't available where the menu was opened. */
export interface Through {
  /** The portal role that is opened, and possibly a target role that is switched to after it. */
  readonly steps: readonly Role[]
  /** The same in words, for the role's row. */
  readonly label: string
}

export interface Menu extends MenuData {
  readonly kind: 'menu'
  readonly query: string
  /** The roles that the query found, best first. */
  readonly found: readonly Role[]
  /** The whole menu without a query; with one, the roles that it found, best first. */
  readonly rows: readonly Row[]
  /** What Enter does with a pasted ARN, link or account id. */
  readonly aim: Aim | undefined
  /** Index in `rows` of what Enter chooses. Meaningless if there are no rows. */
  readonly active: number
  /** Whether the user has moved to the active row by a key. */
  readonly isAimed: boolean
  /** Names of the ticked roles, in the order in which they were ticked. Absent until one is ticked. */
  readonly ticked?: ReadonlySet<string> | undefined
  /** How many roles are left that the page was to be opened in. */
  readonly left?: number | undefined
  readonly switch: SwitchState
  /** What became of copying a report on the page, or the details of the last refusal. */
  readonly copied: Copied
  /** The panel shown in place of the list. */
  readonly panel: Panel | undefined
}

/** `refused`: the browser didn't allow it. */
export type Copied = 'not-yet' | 'done' | 'refused'

export type Panel =
  | { readonly kind: 'help' }
  /** Every profile that isn't available, with the reason. */
  | { readonly kind: 'hidden' }
  /** A role's actions. */
  | { readonly kind: 'actions'; readonly role: Role }
  /** Asks for confirmation before a switch or, with `host`, before opening a portal at an address that isn't AWS's. */
  | {
      readonly kind: 'confirm'
      readonly role: Role
      readonly how: OpenMode
      readonly host?: string
      readonly question?: Question
      readonly asksReason?: true
      /** Whether it asks because the role's reader isn't available. */
      readonly withoutReader?: true
      /** The profile from which the menu continues to the role; it may have opened by itself for that. */
      readonly from?: string
    }
  /** A link asks for a role, or for an invalid one; `host` is the page's. */
  | { readonly kind: 'link'; readonly role?: Role; readonly host: string }
  /** The page in several roles: the question before that, and what became of each. */
  | { readonly kind: 'several'; readonly several: Several }
  /** Asks whether to renew the session of the role that the tab is in; `tabs` is how many tabs load again. */
  | { readonly kind: 'renew'; readonly role: Role; readonly tabs: number }
  /** The open sessions. With a pending switch if there are as many as AWS allows. */
  | { readonly kind: 'sessions'; readonly waiting?: Waiting }

export interface Waiting {
  readonly role: Role
  readonly how: OpenMode
}

export type SwitchState =
  | { readonly kind: 'none' }
  /** Without a role, it is the switch back. */
  | {
      readonly kind: 'under-way'
      readonly role?: Role | undefined
      /** A sign-in host that hasn't answered for a while, and one to try in its place. */
      readonly slow?: { readonly host: string; readonly other: string }
    }
  | { readonly kind: 'failed'; readonly role?: Role | undefined; readonly failure: SwitchFailure }

export type Action =
  | { readonly kind: 'no-menu'; readonly failure: MenuFailure }
  | { readonly kind: 'copied'; readonly done: boolean }
  | { readonly kind: 'loaded'; readonly menu: MenuData }
  /** The same menu in another order, or with other groups collapsed. */
  | { readonly kind: 'arranged'; readonly menu: MenuData }
  /** The search now also finds words with a typo, and the menu knows the roles that open read-only first. */
  | {
      readonly kind: 'typos-learned'
      readonly search: MenuData['search']
      readonly typos: Typos
      readonly readerOf: ReaderFinder
    }
  | { readonly kind: 'typed'; readonly query: string }
  /** `rowsInView` is how many rows a page has. */
  | { readonly kind: 'moved'; readonly move: Move; readonly rowsInView: number }
  /** The pointer has moved onto a row. */
  | { readonly kind: 'pointed'; readonly index: number }
  | { readonly kind: 'opened'; readonly panel: Panel }
  | { readonly kind: 'panel-closed' }
  /** Roles were ticked or unticked, or roles are left that the page was to be opened in. */
  | { readonly kind: 'ticked'; readonly change: Pick<Menu, 'ticked' | 'left'> }
  /** The page has said who is signed in, or won't. */
  | { readonly kind: 'page-read'; readonly menu: MenuData }
  | { readonly kind: 'switch-began'; readonly role?: Role }
  | { readonly kind: 'switch-slow'; readonly host: string; readonly other: string }
  | { readonly kind: 'switch-given-up' }
  | { readonly kind: 'switch-failed'; readonly role?: Role; readonly failure: SwitchFailure }

export const initialState: State = { kind: 'loading', query: '' }

/**
 * Returns the menu's state after an event. Text typed before there is a menu is kept for it; other events that need a menu
 * change nothing without one.
 */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'no-menu':
      return { kind: 'no-menu', failure: action.failure }
    case 'copied':
      return inMenu(state, menu => ({ ...menu, copied: action.done ? 'done' : 'refused' }))
    case 'loaded':
      return loaded(action.menu, state.kind === 'loading' ? state.query : '')
    case 'typed':
      if (state.kind === 'loading') return { ...state, query: action.query }
      return state.kind === 'menu' ? typed(state, action.query) : state
    case 'typos-learned':
      return inMenu(state, menu =>
        withSearch({ ...menu, readerOf: action.readerOf }, action.search, action.typos),
      )
    case 'arranged':
      return inMenu(state, menu => arranged(menu, action.menu))
    case 'page-read':
      return inMenu(state, menu => pageRead(menu, action.menu))
    case 'moved':
      return inMenu(state, menu => ({
        ...menu,
        active: moved(menu, action.move, action.rowsInView),
        isAimed: true,
      }))
    case 'pointed':
      return inMenu(state, menu => ({ ...menu, active: action.index }))
    case 'opened':
      return inMenu(state, menu => ({ ...menu, panel: action.panel }))
    case 'panel-closed':
      return inMenu(state, menu => ({ ...menu, panel: undefined }))
    case 'ticked':
      return inMenu(state, menu => ({ ...menu, ...action.change }))
    case 'switch-began':
      return withSwitch(state, { kind: 'under-way', role: action.role })
    case 'switch-slow':
      return inMenu(state, menu =>
        menu.switch.kind === 'under-way'
          ? { ...menu, switch: { ...menu.switch, slow: { host: action.host, other: action.other } } }
          : menu,
      )
    case 'switch-given-up':
      return withSwitch(state, { kind: 'none' })
    case 'switch-failed':
      return inMenu(
        withSwitch(state, { kind: 'failed', role: action.role, failure: action.failure }),
        menu => ({
          ...menu,
          copied: 'not-yet',
        }),
      )
  }
}

/** Returns the row that Enter chooses, if any. */
export function activeRow(state: State): Row | undefined {
  return state.kind === 'menu' ? state.rows[state.active] : undefined
}

/** Returns the role that Enter switches to, if any. */
export function activeRole(state: State): Role | undefined {
  const row = activeRow(state)
  return row?.kind === 'role' ? row.role : undefined
}

function loaded(data: MenuData, query: string): Menu {
  const listed = list(data, query)
  return {
    ...data,
    ...listed,
    kind: 'menu',
    query,
    active: firstChoice(data, listed.rows, query),
    isAimed: false,
    switch: { kind: 'none' },
    copied: 'not-yet',
    panel: unasked(data),
  }
}

/**
 * Whether the user has neither typed anything nor moved to another row, so that Enter chooses what Rolecall chose. The
 * pointer doesn't count: it may have crossed the menu by chance.
 */
export function isUntouched(menu: Menu): boolean {
  return menu.query === '' && !menu.isAimed
}

/** Keeps what the user has typed or moved to. */
function pageRead(menu: Menu, data: MenuData): Menu {
  const read = arranged(menu, data)
  return isUntouched(menu) ? { ...read, active: firstChoice(data, read.rows, '') } : read
}

/** Whether the menu has nothing to choose, and nothing to say about a portal. */
export function isEmpty({ roles, portal, again }: MenuData): boolean {
  return roles.length === 0 && !(portal ?? again)
}

/** If nothing at all is available, the user needs to see the reasons. */
function unasked(menu: MenuData): Panel | undefined {
  const { hidden, pageFailure } = menu
  return isEmpty(menu) && hidden.length > 0 && pageFailure?.kind !== 'waiting'
    ? { kind: 'hidden' }
    : undefined
}

function typed(menu: Menu, query: string): Menu {
  const failed = menu.switch.kind === 'failed'
  const listed = list(menu, query)
  return {
    ...menu,
    ...listed,
    query,
    active: firstChoice(menu, listed.rows, query),
    isAimed: false,
    switch: failed ? { kind: 'none' } : menu.switch,
  }
}

/** Without a query, the rows are the same ones. */
function withSearch(menu: Menu, search: Menu['search'], typos: Typos): Menu {
  const known = { ...menu, search, typos }
  return menu.query.trim() === '' ? known : typed(known, menu.query)
}

/**
 * The active row stays active, wherever it is now; if its role was collapsed, its heading takes its place. A role whose session
 * turns out to have ended is what Enter chooses, unless the user has chosen something else.
 */
function arranged(menu: Menu, data: MenuData): Menu {
  const listed = list(data, menu.query)
  const isEnded = data.again !== undefined && menu.again === undefined && isUntouched(menu)
  const before = menu.rows[menu.active]
  const same = listed.rows.findIndex(row => isSame(row, before))
  const group = before?.kind === 'role' ? before.role.group : undefined
  const heading = listed.rows.findIndex(row => row.kind === 'group' && row.group === group)
  const kept = isEnded ? undefined : [same, heading].find(index => index !== -1)
  const active = kept ?? firstChoice(data, listed.rows, menu.query)
  const isUnasked = menu.panel === undefined || (menu.panel.kind === 'hidden' && menu.roles.length === 0)
  return { ...menu, ...data, ...listed, active, panel: isUnasked ? unasked(data) : menu.panel }
}

function isSame(row: Row, other: Row | undefined): boolean {
  if (row.kind === 'role') {
    return other?.kind === 'role' && row.role.name === other.role.name && row.under === other.under
  }
  if (row.kind === 'group') return other?.kind === 'group' && row.group === other.group
  return row.kind === other?.kind
}

function list(data: MenuData, query: string): Pick<Menu, 'rows' | 'found' | 'aim'> {
  const { search, current } = data
  const found = search.find(query)
  const aim = search.aim?.(query)
  const rows = query.trim() === '' ? rowsOfMenu(data) : rowsOfRoles(found)
  // The role that the tab is in has a row of its own.
  const isHere = aim?.page && aim.isHere && !found.some(({ name }) => name === current?.name)
  return { rows: isHere ? [{ kind: 'here' }, ...rows] : rows, found, aim }
}

/**
 * Returns the row that Enter chooses if the user doesn't move to another one: the best match of a query; without one, the
 * role whose session has ended here, or else the one that was used last, except the one that the tab is in, so that two presses
 * lead back and forth.
 */
function firstChoice({ recent, current, again }: MenuData, rows: readonly Row[], query: string): number {
  const first = rows.findIndex(({ kind }) => kind === 'role' || kind === 'here' || kind === 'again')
  if (query !== '' || again) return Math.max(0, first)
  const indices = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    // A recent role is listed twice, and first among the recent ones.
    if (row.kind === 'role' && row.role.name !== current?.name && !indices.has(row.role.name)) {
      indices.set(row.role.name, index)
    }
  }
  const last = recent.find(name => indices.has(name))
  const [firstOther] = indices.values()
  return (last === undefined ? firstOther : indices.get(last)) ?? Math.max(0, first)
}

function moved({ rows, active }: Menu, move: Move, rowsInView: number): number {
  const last = Math.max(0, rows.length - 1)
  const by = 'to' in move ? 0 : move.by * (move.pages ? rowsInView : 1)
  const wanted = 'to' in move ? (move.to === 'first' ? 0 : last) : Math.min(last, Math.max(0, active + by))
  if (rows[wanted]?.kind !== 'section') return wanted
  // Sections are never empty, so below each heading there is a row.
  return by < 0 && wanted > 0 ? wanted - 1 : wanted + 1
}

function inMenu(state: State, change: (menu: Menu) => Menu): State {
  return state.kind === 'menu' ? change(state) : state
}

function withSwitch(state: State, change: SwitchState): State {
  return inMenu(state, menu => ({ ...menu, switch: change, panel: undefined }))
}
