import { consolePlace } from '../src/aws/console-place'
import { readPage } from '../src/aws/page/read-page'
import { goToTab } from '../src/browser/open-tab'
import { runForAnswer } from '../src/browser/page-scripts'
import { valueIn } from '../src/browser/stored-item'
import { activeTab, allTabs, type Tab, tabAnswer } from '../src/browser/tabs'
import type { Role } from '../src/config/resolve/role'
import type { TargetRoles } from '../src/config/resolve/target-roles'
import { askForPress } from '../src/launch/open-in-menu'
import { type Chosen, type PendingChoice, takeChoice } from '../src/launch/pending-choice'
import { searchedList, textOfRole, typedRoles } from '../src/launch/typed-role'
import { readParsedList } from '../src/list/read-roles'
import { readQuery } from '../src/roles/query'
import { habitsOf } from '../src/roles/role-use'
import { switchable } from '../src/roles/switchable'
import { typos } from '../src/roles/typos'
import { readOpenSessions } from '../src/sessions/stored-sessions'
import { readSettings, type Settings } from '../src/settings/settings'
import { readMenuLayout } from '../src/storage/menu-layout'
import { readUsedRoles } from '../src/storage/used-roles'
import { askBrowser } from './ask-browser'
import { noteOrigin } from './choice-origin'
import { load } from './load'
import { menuData } from './menu-data'
import type { MenuToUse } from './menu-to-use'

/** Console tabs that are asked, at most, whether the role can be switched to from there. */
const maxTabsAsked = 10

/**
 * Carries out what was chosen in the address bar or by a pin's key, if that is why the menu was opened: as if it had been
 * chosen here. If the role isn't available on this page, a tab on which it is takes the page's place. Returns whether there was
 * such a choice.
 */
export async function carryOutChoice(menu: MenuToUse): Promise<boolean> {
  const tab = await activeTab(askBrowser().tabs)
  const choice = await takeChoice(tab?.id)
  if (choice) await carryOutIn(menu, tab, choice)
  return choice !== undefined
}

async function carryOutIn(menu: MenuToUse, tab: Tab | undefined, choice: PendingChoice): Promise<void> {
  const list = valueIn(await readParsedList(askBrowser().local))
  const settings = await readSettings(askBrowser().local)
  const role = list && (await chosenRole(choice.chosen, list.targets, settings))
  if (!list || !role) {
    // The menu shows what the text finds here: nothing, or for an empty text everything.
    if (choice.chosen.kind === 'typed') await menu.type(choice.chosen.text)
    return
  }
  if (role.portal === undefined) await menu.pageRead
  if (isOffered(menu, role) && !isThroughPortal(menu, role)) return chooseIn(menu, role, choice)
  if (tab && (await goOnElsewhere(menu, role, choice, { tab, targets: list.targets, settings }))) return
  if (isOffered(menu, role)) return chooseIn(menu, role, choice)
  const state = menu.getState()
  const hidden = state.kind === 'menu' && state.hidden.find(({ name }) => name === role.name)
  // Without a menu, the page says already that it needs a console page.
  if (hidden)
    menu.dispatch({ kind: 'switch-failed', role, failure: { kind: 'not-offered', reason: hidden.reason } })
}

/** Returns the role that a choice means, offered here or not. */
async function chosenRole(
  chosen: Chosen,
  { roles }: TargetRoles,
  { order }: Settings,
): Promise<Role | undefined> {
  const { local } = askBrowser()
  const { pinned } = await readMenuLayout(local)
  if (chosen.kind === 'pin') return roles.find(({ name }) => name === pinned[chosen.index])
  const habits = habitsOf(await readUsedRoles(local), pinned)
  return typedRoles(chosen.text, searchedList(roles, order, habits, typos))[0]
}

function isOffered({ getState }: MenuToUse, { name }: Role): boolean {
  const state = getState()
  return state.kind === 'menu' && state.roles.some(other => other.name === name)
}

/** Whether the role is available here only through a portal: a tab of its base account is nearer. */
function isThroughPortal({ getState }: Pick<MenuToUse, 'getState'>, role: Role): boolean {
  const state = getState()
  return state.kind === 'menu' && state.through?.(role) !== undefined
}

async function chooseIn(menu: MenuToUse, { name }: Role, { chosen, how }: PendingChoice): Promise<void> {
  // Its `>region`, or the page of its ARN, counts as if it were typed here.
  if (chosen.kind === 'typed') await menu.type(chosen.text)
  const state = menu.getState()
  const role = state.kind === 'menu' && state.roles.find(other => other.name === name)
  if (!role) return
  noteOrigin(role, chosen.kind === 'pin' ? 'key' : 'addressBar')
  await menu.choose({ kind: 'role', role }, how)
}

interface Here {
  readonly tab: Tab
  readonly targets: TargetRoles
  readonly settings: Settings
}

/**
 * Goes on in a tab in which the role is available: at once, if the extension may look into it. Else that tab comes to the
 * front, and its button asks to be pressed. Returns whether there is such a tab.
 */
async function goOnElsewhere(
  menu: MenuToUse,
  role: Role,
  choice: PendingChoice,
  here: Here,
): Promise<boolean> {
  const { tab, targets, settings } = here
  const [sessions, tabs] = await Promise.all([readOpenSessions(), allTabs()])
  const others = tabs.filter(({ id, isPrivate }) => id !== tab.id && isPrivate === tab.isPrivate)
  const known = sessions
    .filter(({ session }) =>
      switchable(targets, session, settings).roles.some(({ name }) => name === role.name),
    )
    .flatMap(session => others.find(({ id }) => id === session.tab) ?? [])
  const consoles = others.filter(({ url }) => url !== undefined && consolePlace(url))
  for (const { id } of [...new Set([...known.filter(one => consoles.includes(one)), ...consoles])].slice(
    0,
    maxTabsAsked,
  )) {
    const loaded = await load({ ...askBrowser(), tabs: tabAnswer(id), page: runForAnswer({ id }, readPage) })
    if (!('facts' in loaded) || !loaded.facts.consoleTab) continue
    const { roles, through } = menuData(loaded.facts)
    if (through?.(role) || !roles.some(({ name }) => name === role.name)) continue
    menu.show(loaded)
    await chooseIn(menu, role, choice)
    return true
  }
  const [unseen] = known.filter(one => !consoles.includes(one))
  if (!unseen) return false
  const region = choice.chosen.kind === 'typed' ? readQuery(choice.chosen.text).region : undefined
  await askForPress(unseen.id, { kind: 'typed', text: textOfRole(role, region) }, choice.how)
  await goToTab(unseen.id)
  window.close()
  return true
}
