import { consolePatterns } from '../src/aws/partitions'
import { showBadge } from '../src/browser/action'
import { hasOrigins } from '../src/browser/permissions'
import { activeTab, type Tab } from '../src/browser/tabs'
import type { Role } from '../src/config/resolve/role'
import { forgetOnward, leaveOnward, type Onward, onwardOf } from '../src/launch/onward'
import { beforeSwitch } from '../src/roles/before-switch'
import { switchable } from '../src/roles/switchable'
import { askBrowser } from './ask-browser'
import type { OnwardFailure } from './failures/switch-failure'
import type { MenuToUse } from './menu-to-use'
import type { Menu } from './state'

/**
 * Continues to the role for which the tab was opened through a portal, if it was, and if the console has opened as it should.
 * Else says why not, and nothing is left of it, unless the console just isn't there yet. Switches only after a press: of the
 * button, or of a key in the menu. Returns whether the tab was opened for that.
 */
export async function continueOnward(menu: MenuToUse): Promise<boolean> {
  const tab = await activeTab(askBrowser().tabs)
  const onward = tab && (await onwardOf(tab.id))
  if (tab && onward) await carryOnIn(menu, tab, onward)
  // Anything else that is stored for the tab no longer counts.
  else if (tab) await forgetOnward(tab.id)
  return onward !== undefined
}

async function carryOnIn(menu: MenuToUse, tab: Tab, onward: Onward): Promise<void> {
  await menu.pageRead
  const state = menu.getState()
  if (state.kind !== 'menu') return
  const [profile, ...rest] = onward.profiles
  const roleOf = (name: string | undefined) => state.targets.roles.find(role => role.name === name)
  const [role, last] = [roleOf(profile), roleOf(onward.profiles.at(-1))]
  const failure = role && last ? whyNot(state, role, onward) : ({ kind: 'list-changed' } as const)
  if (failure?.kind !== 'not-landed') {
    // First, because with marks the button gets their color back once it is forgotten.
    await showBadge(tab.id, undefined).catch(() => {})
    await forgetOnward(tab.id)
  }
  if (failure) return menu.dispatch({ kind: 'switch-failed', ...(last && { role: last }), failure })
  if (!role) return
  if (rest.length > 0) await leaveOnward({ ...onward, from: role.name, profiles: rest, isHeld: true })
  if (onward.page !== undefined && !isPage(onward.page, state.page)) await menu.type(onward.page)
  const { region } = onward
  const isLast = rest.length === 0
  const wanted = isLast && region !== undefined ? { ...role, region } : role
  const isItself = !isLast || onward.isItself === true
  // The menu may have opened without a press.
  if (await hasOrigins(...consolePatterns)) return askIn(menu, state, wanted, { ...onward, isItself })
  await menu.choose({ kind: 'role', role: wanted }, isItself && state.readerOf?.(role) ? 'again' : 'here')
}

/** Returns why the menu can't continue here, if it can't. */
function whyNot(state: Menu, role: Role, { from, profiles }: Onward): OnwardFailure | undefined {
  const { page, pageFailure, session, targets, roles, hidden, through } = state
  if (page === undefined) return { kind: 'not-landed', from }
  if (pageFailure?.kind === 'signed-out') return { kind: 'landed-signed-out', from }
  if (!roles.some(({ name }) => name === role.name) || through?.(role)) {
    const anyway = switchable(targets, session, { onlyMatchingRoles: false })
    const known = [...hidden, ...anyway.hidden].find(({ name }) => name === role.name)
    const reason = known?.reason ?? { kind: 'no-session' }
    return { kind: 'landed-elsewhere', from, reason }
  }
  const isClassic = session?.mode.kind === 'classic'
  return isClassic && profiles.length > 1 ? { kind: 'needs-multi-session', between: role.name } : undefined
}

/** Asks before the switch, in whichever way the role asks, or at least for an Enter. */
async function askIn(
  menu: MenuToUse,
  state: Menu,
  role: Role,
  { from, isItself }: Pick<Onward, 'from'> & { readonly isItself: boolean },
): Promise<void> {
  if (state.openIn(role)) {
    // Its tab only has to come to the front, with a press.
    await menu.type(role.name)
    return
  }
  const { roles, groups, current } = state
  const before = beforeSwitch(role, { offered: roles, groups, current, isItself })
  const question = before.question ?? 'enter'
  menu.dispatch({
    kind: 'opened',
    panel: { ...before, kind: 'confirm', how: 'here', question, from },
  })
}

/** Whether a console page is the wanted one, in whichever session and region. */
function isPage(wanted: string, page: string | undefined): boolean {
  return page !== undefined && new URL(wanted).pathname === new URL(page).pathname
}
