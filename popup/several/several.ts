import type { Role } from '../../src/config/resolve/role'
import type { Command, OpenMode } from '../keys'
import { activeRow, type State } from '../state'
import type { SeveralMenu } from './several-menu'
import type { SeveralRequest } from './steps'

/**
 * Carries out a command that is about ticked roles, or ticks some. Returns false if it isn't about them. `before` is what the
 * menu showed when the key was pressed: meanwhile, something else may have been typed.
 */
export async function takes(given: Command, before: State, menu: SeveralMenu): Promise<boolean> {
  const state = menu.getState()
  if (state.kind !== 'menu' || state.switch.kind === 'under-way') return false
  const { ticked = none } = state
  if (given.kind === 'tick') tick(menu, toggled(ticked, meantBy(given, before)))
  else if (ticked.size === 0) return false
  // The search is cleared first.
  else if (given.kind === 'close') tick(menu, none)
  else if (given.kind === 'choose') await openTicked(menu, given.how)
  else return false
  return true
}

/** Carries out what the user wants in the menu's footer or in a panel. */
export async function act(request: SeveralRequest, menu: SeveralMenu): Promise<void> {
  if (request.kind === 'tick') {
    const state = menu.getState()
    const { ticked = none } = state.kind === 'menu' ? state : {}
    return tick(menu, toggled(ticked, [request.role.name]))
  }
  if (request.kind === 'open') return openTicked(menu, 'here')
  await (await import('./open-several')).act(request, menu)
}

const none: ReadonlySet<string> = new Set()

function tick(menu: SeveralMenu, ticked: ReadonlySet<string>): void {
  menu.dispatch({ kind: 'ticked', change: { ticked } })
}

/** Returns the ticked names with all of `names` added or, if it has them all, without them. */
function toggled(ticked: ReadonlySet<string>, names: readonly string[]): ReadonlySet<string> {
  if (names.some(name => !ticked.has(name))) return new Set([...ticked, ...names])
  const gone = new Set(names)
  return new Set([...ticked].filter(name => !gone.has(name)))
}

/** Returns the names of all that is found, of the active row's role, or of the roles under the heading that it is. */
function meantBy({ all }: Extract<Command, { readonly kind: 'tick' }>, state: State): readonly string[] {
  if (state.kind !== 'menu') return []
  const { found, roles, pinned } = state
  if (all) return namesOf(found)
  const row = activeRow(state)
  if (row?.kind === 'role') return [row.role.name]
  if (row?.kind !== 'group') return []
  return namesOf(roles.filter(({ group, name }) => group === row.group && !pinned.includes(name)))
}

function namesOf(roles: readonly Role[]): readonly string[] {
  return roles.map(({ name }) => name)
}

/** Opens the page in each ticked role. A single one is opened as if it had been chosen. */
async function openTicked(menu: SeveralMenu, how: OpenMode): Promise<void> {
  const state = menu.getState()
  if (state.kind !== 'menu' || !state.ticked) return
  const byName = new Map(state.roles.map(role => [role.name, role]))
  const roles = [...state.ticked].flatMap(name => byName.get(name) ?? [])
  const [role] = roles
  if (role && roles.length === 1) return menu.choose({ kind: 'role', role }, how)
  await (await import('./open-several')).openInAll(roles, how, menu)
}
