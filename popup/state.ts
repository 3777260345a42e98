import type { Account, Session } from '../src/aws/session'
import type { HiddenRole, Role } from '../src/config/resolve/role'
import type { ShellSetting } from '../src/lib/shell'
import type { Search } from '../src/roles/search'
import type { OpenSession } from '../src/sessions/known-sessions'
import type { Clock } from '../src/sessions/session-clock'
import type { Density } from '../src/settings/settings'
import type { SwitchOutcome } from '../src/switching/switch-outcome'
import type { Move, OpenMode } from './keys'
import type { Obstacle } from './read-tab'
import { type Row, rowsOfMenu, rowsOfRoles } from './rows'

/** Why there is no menu. Each is a sentence in `sentences.ts`, with what to do. */
export type Stop =
  | { readonly kind: 'not-console' }
  /** A link to a page in a role, which is no page of the console's. */
  | { readonly kind: 'link-elsewhere'; readonly host: string }
  | { readonly kind: 'nothing-configured' }
  /** There is nothing but a team's list, which couldn't be fetched. */
  | { readonly kind: 'team-missing' }
  /** There is a text, but no profile in it is a target role. */
  | { readonly kind: 'no-roles'; readonly errors: number }
  | { readonly kind: 'storage-failed'; readonly message: string }
  | { readonly kind: 'storage-newer' }
  | { readonly kind: 'storage-unreadable' }

/** How a switch ended that did not lead to the role. */
export type Failure =
  | Exclude<SwitchOutcome, { readonly kind: 'leaving' | 'open' | 'blocked' }>
  /** The request was sent from the base account's session, by the tab of a role. */
  | { readonly kind: 'refused'; readonly reason: string; readonly fromBase: true }

export type State = Loading | Stopped | Menu

/** The search box is there already: what is typed counts as soon as the roles are known. */
interface Loading {
  readonly kind: 'loading'
  readonly query: string
}

interface Stopped {
  readonly kind: 'stopped'
  readonly stop: Stop
}

export interface MenuData {
  /** Absent where the menu was opened on no console page that somebody is signed in to. */
  readonly session?: Session
  /** The URL of the console page that the menu was opened on. */
  readonly page?: string
  /** Why nothing can be posted from the console page, or not yet. Unless the menu only waits, Enter opens AWS's own form. */
  readonly obstacle: Obstacle | undefined
  /** All that are offered, in the order of the list. */
  readonly roles: readonly Role[]
  readonly hidden: readonly HiddenRole[]
  /** How many errors the configuration has: each leaves a profile out. */
  readonly errors: number
  /** Whether the last refresh of the team's configuration failed. */
  readonly teamFailed: boolean
  readonly hideAccountIds: boolean
  readonly density: Density
  readonly shell: ShellSetting
  readonly search: Search
  /** Whether each group has a heading. */
  readonly headings: boolean
  /** The groups whose roles are folded away. */
  readonly folded: readonly string[]
  /** Names of the roles that stay on top. */
  readonly pinned: readonly string[]
  /** Names of groups, folded, of which each switch is to be confirmed. */
  readonly confirmGroups: readonly string[]
  /** The open sessions that are known of, in multi-session mode. */
  readonly sessions: readonly OpenSession[]
  /** The session that the tab's role was switched to from, in multi-session mode, where it is known. */
  readonly base: OpenSession | undefined
  /** Names of the roles that are switched to from `base`. */
  readonly fromBase: ReadonlySet<string>
  /** The session in which a role is open in another tab. */
  openIn(role: Role): OpenSession | undefined
  /** The account that the tab's role can be left for. */
  readonly backTo: Account | undefined
  /** Whether going to the role's open session, in its tab, isn't enough to get to the role's region. */
  isElsewhere(role: Role, open: OpenSession): boolean
  /** The role of the list that the tab's session is in. */
  readonly current: Role | undefined
  /** How long the tab's session has been in its role, where that is known. */
  readonly clock: Clock | undefined
}

export interface Menu extends MenuData {
  readonly kind: 'menu'
  readonly query: string
  /** How many roles the query found. */
  readonly found: number
  /** Without a query the whole menu; with one what it found, best first. */
  readonly rows: readonly Row[]
  /** Index in `rows` of what Enter chooses. Without meaning where there is none. */
  readonly active: number
  readonly switch: SwitchState
  /** Whether a report of the page has been copied. */
  readonly reported: boolean
  /** What stands in place of the list. */
  readonly panel: Panel | undefined
}

export type Panel =
  | { readonly kind: 'help' }
  /** Every profile that is not offered, with the reason. */
  | { readonly kind: 'hidden' }
  /** What can be done with a role. */
  | { readonly kind: 'actions'; readonly role: Role }
  /** Asks again before a switch; or with `host`, whether to open a portal at an address that isn't AWS's. */
  | { readonly kind: 'confirm'; readonly role: Role; readonly how: OpenMode; readonly host?: string }
  /** A link asks for a role, or for none that there can be; `host` is the page's. */
  | { readonly kind: 'link'; readonly role?: Role; readonly host: string }
  /** The open sessions. With a switch that waits because there are as many as AWS allows. */
  | { readonly kind: 'sessions'; readonly waiting?: Waiting }

export interface Waiting {
  readonly role: Role
  readonly how: OpenMode
}

type SwitchState =
  | { readonly kind: 'none' }
  /** Without a role it is the switch back. */
  | {
      readonly kind: 'under-way'
      readonly role?: Role | undefined
      /** The sign-in host that hasn't answered for a while, and one to try in its place. */
      readonly slow?: { readonly host: string; readonly other: string }
    }
  | { readonly kind: 'failed'; readonly role?: Role | undefined; readonly failure: Failure }

export type Action =
  | { readonly kind: 'stopped'; readonly stop: Stop }
  | { readonly kind: 'report-copied' }
  | { readonly kind: 'loaded'; readonly menu: MenuData }
  /** The same menu in another order, or with other things folded away. */
  | { readonly kind: 'arranged'; readonly menu: MenuData }
  | { readonly kind: 'typed'; readonly query: string }
  | { readonly kind: 'moved'; readonly move: Move }
  | { readonly kind: 'opened'; readonly panel: Panel }
  | { readonly kind: 'panel-closed' }
  /** The page has said who is signed in, or won't. */
  | { readonly kind: 'page-read'; readonly menu: MenuData }
  | { readonly kind: 'switch-began'; readonly role?: Role }
  | { readonly kind: 'switch-slow'; readonly host: string; readonly other: string }
  | { readonly kind: 'switch-given-up' }
  | { readonly kind: 'switch-failed'; readonly role?: Role; readonly failure: Failure }

export const initialState: State = { kind: 'loading', query: '' }

/**
 * The menu's state after something happened. What is typed before there is a menu is kept for it; all else that needs one
 * changes nothing without.
 */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'stopped':
      return { kind: 'stopped', stop: action.stop }
    case 'report-copied':
      return inMenu(state, menu => ({ ...menu, reported: true }))
    case 'loaded':
      return loaded(action.menu, state.kind === 'loading' ? state.query : '')
    case 'typed':
      if (state.kind === 'loading') return { ...state, query: action.query }
      return state.kind === 'menu' ? typed(state, action.query) : state
    case 'arranged':
      return inMenu(state, menu => arranged(menu, action.menu))
    case 'page-read':
      return inMenu(state, menu => pageRead(menu, action.menu))
    case 'moved':
      return inMenu(state, menu => ({ ...menu, active: moved(menu, action.move) }))
    case 'opened':
      return inMenu(state, menu => ({ ...menu, panel: action.panel }))
    case 'panel-closed':
      return inMenu(state, menu => ({ ...menu, panel: undefined }))
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
      return withSwitch(state, { kind: 'failed', role: action.role, failure: action.failure })
  }
}

/** What Enter chooses, if anything. */
export function activeRow(state: State): Row | undefined {
  return state.kind === 'menu' ? state.rows[state.active] : undefined
}

/** The role that Enter switches to, if any. */
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
    active: firstRole(listed.rows),
    switch: { kind: 'none' },
    reported: false,
    panel: unasked(data),
  }
}

/** What the user has typed or gone to stays; else the first role of the whole list is what Enter means. */
function pageRead(menu: Menu, data: MenuData): Menu {
  const isUntouched = menu.query === '' && menu.active === firstRole(menu.rows)
  const read = arranged(menu, data)
  return isUntouched ? { ...read, active: firstRole(read.rows) } : read
}

/** Where nothing at all is offered, the reasons are what the user has come for. */
function unasked({ roles, hidden, obstacle }: MenuData): Panel | undefined {
  return roles.length === 0 && hidden.length > 0 && obstacle?.kind !== 'waiting'
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
    active: firstRole(listed.rows),
    switch: failed ? { kind: 'none' } : menu.switch,
  }
}

/** What was active stays so, wherever it stands now; the heading of a role that was folded away takes its place. */
function arranged(menu: Menu, data: MenuData): Menu {
  const listed = list(data, menu.query)
  const before = menu.rows[menu.active]
  const same = listed.rows.findIndex(row => isSame(row, before))
  const group = before?.kind === 'role' ? before.role.group : undefined
  const heading = listed.rows.findIndex(row => row.kind === 'group' && row.group === group)
  const active = [same, heading].find(index => index !== -1) ?? firstRole(listed.rows)
  const isUnasked = menu.panel === undefined || (menu.panel.kind === 'hidden' && menu.roles.length === 0)
  return { ...menu, ...data, ...listed, active, panel: isUnasked ? unasked(data) : menu.panel }
}

function isSame(row: Row, other: Row | undefined): boolean {
  if (row.kind === 'role') return other?.kind === 'role' && row.role.name === other.role.name
  if (row.kind === 'group') return other?.kind === 'group' && row.group === other.group
  return row.kind === other?.kind
}

function list(data: MenuData, query: string): Pick<Menu, 'rows' | 'found'> {
  const roles = data.search.find(query)
  const rows = query.trim() === '' ? rowsOfMenu(data) : rowsOfRoles(roles)
  return { rows, found: roles.length }
}

/** Enter means a role, unless the user goes to another row. */
function firstRole(rows: readonly Row[]): number {
  return Math.max(
    0,
    rows.findIndex(({ kind }) => kind === 'role'),
  )
}

function moved({ rows, active }: Menu, move: Move): number {
  const last = Math.max(0, rows.length - 1)
  if ('to' in move) return move.to === 'first' ? 0 : last
  return Math.min(last, Math.max(0, active + move.by))
}

function inMenu(state: State, change: (menu: Menu) => Menu): State {
  return state.kind === 'menu' ? change(state) : state
}

function withSwitch(state: State, change: SwitchState): State {
  return inMenu(state, menu => ({ ...menu, switch: change, panel: undefined }))
}
