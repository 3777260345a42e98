import type { NoSession, Session } from '../src/console/session'
import type { SwitchOutcome } from '../src/console/switch-outcome'
import type { HiddenRole, Role } from '../src/roles/role'
import type { Search } from '../src/roles/search'
import type { Density } from '../src/storage/settings'

/** Why there is no menu. Each is a sentence in `sentences.ts`, with what to do. */
export type Stop =
  | { readonly kind: 'not-console' }
  | { readonly kind: 'nothing-configured' }
  /** There is nothing but a team's list, which couldn't be fetched. */
  | { readonly kind: 'team-missing' }
  /** There is a text, but no profile in it is a target role. */
  | { readonly kind: 'no-roles'; readonly errors: number }
  /** The browser does not let the extension into the page. */
  | { readonly kind: 'no-access'; readonly message: string }
  | { readonly kind: 'storage-failed'; readonly message: string }
  | { readonly kind: 'storage-newer' }
  | { readonly kind: 'storage-unreadable' }
  | NoSession

/** How a switch ended that did not lead to the role. */
export type Failure = Exclude<SwitchOutcome, { readonly kind: 'leaving' | 'open' }>

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
  readonly session: Session
  /** All that are offered, in the order of the list. */
  readonly roles: readonly Role[]
  readonly hidden: readonly HiddenRole[]
  /** How many errors the configuration has: each leaves a profile out. */
  readonly errors: number
  /** Whether the last refresh of the team's configuration failed. */
  readonly teamFailed: boolean
  readonly hideAccountIds: boolean
  readonly density: Density
  readonly search: Search
}

export interface Menu extends MenuData {
  readonly kind: 'menu'
  readonly query: string
  /** What the query found, best first. */
  readonly matches: readonly Role[]
  /** Index in `matches` of the role that Enter switches to. Without meaning where nothing matches. */
  readonly active: number
  readonly switch: SwitchState
  readonly showsHidden: boolean
}

export type SwitchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'under-way'; readonly role: Role }
  | { readonly kind: 'failed'; readonly role: Role; readonly failure: Failure }

export type Action =
  | { readonly kind: 'stopped'; readonly stop: Stop }
  | { readonly kind: 'loaded'; readonly menu: MenuData }
  | { readonly kind: 'typed'; readonly query: string }
  | { readonly kind: 'moved'; readonly move: Move }
  | { readonly kind: 'switch-began'; readonly role: Role }
  | { readonly kind: 'switch-failed'; readonly role: Role; readonly failure: Failure }
  | { readonly kind: 'hidden-toggled' }

/** `by` rows down, or up where negative, stopping at the ends; or right to an end. */
export type Move = { readonly by: number } | { readonly to: 'first' | 'last' }

export const initialState: State = { kind: 'loading', query: '' }

export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'stopped':
      return { kind: 'stopped', stop: action.stop }
    case 'loaded':
      return loaded(action.menu, state.kind === 'loading' ? state.query : '')
    case 'typed':
      if (state.kind === 'loading') return { ...state, query: action.query }
      return state.kind === 'menu' ? typed(state, action.query) : state
    case 'moved':
      return state.kind === 'menu' ? { ...state, active: moved(state, action.move) } : state
    case 'switch-began':
      return withSwitch(state, { kind: 'under-way', role: action.role })
    case 'switch-failed':
      return withSwitch(state, { kind: 'failed', role: action.role, failure: action.failure })
    case 'hidden-toggled':
      return state.kind === 'menu' ? { ...state, showsHidden: !state.showsHidden } : state
  }
}

/** The role that Enter switches to, if any. */
export function activeRole(state: State): Role | undefined {
  return state.kind === 'menu' ? state.matches[state.active] : undefined
}

function loaded(data: MenuData, query: string): Menu {
  return {
    ...data,
    kind: 'menu',
    query,
    matches: data.search.find(query),
    active: 0,
    switch: { kind: 'none' },
    // Where nothing at all is offered, the reasons are what the user has come for.
    showsHidden: data.roles.length === 0,
  }
}

function typed(menu: Menu, query: string): Menu {
  const failed = menu.switch.kind === 'failed'
  return {
    ...menu,
    query,
    matches: menu.search.find(query),
    active: 0,
    switch: failed ? { kind: 'none' } : menu.switch,
  }
}

function moved({ matches, active }: Menu, move: Move): number {
  const last = Math.max(0, matches.length - 1)
  if ('to' in move) return move.to === 'first' ? 0 : last
  return Math.min(last, Math.max(0, active + move.by))
}

function withSwitch(state: State, change: SwitchState): State {
  return state.kind === 'menu' ? { ...state, switch: change } : state
}
