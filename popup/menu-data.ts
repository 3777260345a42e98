import type { Account, Session } from '../src/aws/session'
import type { Tab } from '../src/browser/tabs'
import type { Role } from '../src/config/resolve/role'
import type { readerFinder } from '../src/roles/before-switch'
import { currentRole } from '../src/roles/current-role'
import { isCurrent } from '../src/roles/is-current'
import { type Habits, inOrder, inSearchOrder, isForPage, sections } from '../src/roles/order'
import { habitsOf, type RoleUse } from '../src/roles/role-use'
import { type Search, search } from '../src/roles/search'
import { type Switchable, switchable, switchableByForm } from '../src/roles/switchable'
import type { Typos } from '../src/roles/term'
import { openSessionOf } from '../src/sessions/already-open'
import { baseOf, idOf, type OpenSession } from '../src/sessions/known-sessions'
import type { Again } from '../src/sessions/role-tabs'
import {
  type Clock,
  chosenProfile,
  clockOf,
  durationOf,
  type SessionStart,
} from '../src/sessions/session-clock'
import type { Settings } from '../src/settings/settings'
import type { ParsedList } from '../src/storage/list-items'
import type { MenuLayout } from '../src/storage/menu-layout'
import type { PortalMenu } from './portal/portal-menu'
import type { MenuData } from './state'
import type { BlockedTab, ConsoleTab } from './tab/console-tab'

/** The data that a menu is made from. */
export interface Facts {
  readonly tab: Tab
  /** Absent if the tab shows no console page with a known signed-in user. */
  readonly consoleTab?: ConsoleTab
  /** The console page that can't be posted from, or not yet. */
  readonly blockedTab?: BlockedTab
  readonly list: ParsedList
  /** The access portal that the tab shows. */
  readonly portal?: PortalMenu
  readonly settings: Settings
  readonly layout: MenuLayout
  readonly uses: readonly RoleUse[]
  readonly teamFailed: boolean
  /** When role sessions began. */
  readonly starts: readonly SessionStart[]
  /** The known open sessions; the tab's own is last. None in classic mode. */
  readonly sessions: readonly OpenSession[]
  /** Absent until it is loaded, soon after the first picture. */
  readonly typos?: Typos
  readonly readerFinder?: typeof readerFinder
  /** Absent if the list has no portal role that is a base account. */
  readonly throughPortals?: ThroughPortals
  /** Absent until something is pasted. */
  readonly pasting?: Pasting
  /** The role whose session has ended in the tab. */
  readonly again?: Again | undefined
  /** The page to open in place of the current one. */
  readonly to?: string
}

/** Adds what the menu reaches through portals to what is available by itself. */
type ThroughPortals = (near: Switchable, facts: Facts) => Pick<MenuData, 'roles' | 'hidden' | 'through'>

/** Reads what is pasted: returns a search that understands it, and roles for the current page's address. */
export type Pasting = (
  search: Search,
  roles: readonly Role[],
  habits: Habits,
  facts: Facts,
) => Pick<MenuData, 'search' | 'forAddress'>

/** Returns the menu for the data. Takes time proportional to the number of roles. */
export function menuData(facts: Facts): MenuData {
  const { consoleTab, blockedTab, list, settings, layout, uses, teamFailed, sessions } = facts
  const { session } = consoleTab ?? {}
  const { url, place } = consoleTab ?? blockedTab ?? {}
  const pageFailure = blockedTab?.pageFailure
  const base = session && baseOf(session, sessions)
  const others = sessions.filter(({ id }) => !session || id !== idOf(session))
  const here =
    pageFailure && pageFailure.kind !== 'waiting' && !session && place
      ? switchableByForm(list.targets, place.partition)
      : switchable(list.targets, session, settings)
  const near = base ? withBase(here, facts, base) : { ...here, fromBase: none }
  const {
    roles: offered,
    hidden,
    fromBase,
    through,
  }: typeof near & Pick<MenuData, 'through'> = { ...near, ...facts.throughPortals?.(near, facts) }
  const current = session && currentRole(list.targets.roles, session, chosenHere(facts), place?.region)
  const habits = habitsOf(uses, layout.pinned)
  const roles = inOrder(offered, settings.order, habits, url)
  const found = search(inSearchOrder(roles, settings.order, habits.recent), facts.typos)
  const isAhead = (role: Role) =>
    layout.pinned.includes(role.name) || (url !== undefined && isForPage(role, url))
  return {
    ...(session && { session }),
    pageFailure,
    targets: list.targets,
    portal: facts.portal,
    ...(url !== undefined && { page: url }),
    roles,
    hidden: pageFailure?.kind === 'waiting' ? [] : hidden,
    errors: list.errors,
    teamFailed,
    hideAccountIds: settings.hideAccountIds,
    density: settings.density,
    shell: settings.shell,
    search: found,
    forAddress: [],
    ...facts.pasting?.(found, roles, habits, facts),
    typos: facts.typos,
    headings: settings.order === 'group',
    ...layout,
    recent: habits.recent,
    ...sections(roles, settings.order, habits.recent, isAhead, current),
    // Nothing from private windows is logged, so no reason is asked there.
    groups: { ...settings, log: settings.log && !facts.tab.isPrivate },
    readerOf: facts.readerFinder?.(roles, settings, current),
    sessions,
    base,
    fromBase,
    through,
    openIn: role => openSessionOf(role, others),
    again: facts.again,
    backTo: session && backTo(session, base),
    isElsewhere: (role, open) => isElsewhere(role, open, facts),
    current,
    clock: session && clockIn(session, facts, current),
  }
}

/** Whether another profile of the same role opened the session, so that its tab may be in another region. */
function isElsewhere(role: Role, open: OpenSession, { tab, starts, list }: Facts): boolean {
  if (role.region === undefined) return false
  const chosen = chosenProfile(starts, open.session, tab)
  if (chosen !== undefined) return chosen !== role.name
  return list.targets.roles.some(other => other.name !== role.name && isCurrent(other, open.session))
}

/** Returns the profile that the tab's role was chosen by. */
function chosenHere({ tab, consoleTab, starts }: Facts): string | undefined {
  return consoleTab && chosenProfile(starts, consoleTab.session, tab)
}

function clockIn(session: Session, { tab, starts }: Facts, role: MenuData['current']): Clock | undefined {
  const duration = durationOf(session, role)
  return duration === undefined ? undefined : clockOf(starts, session, tab, Date.now(), duration)
}

const none: ReadonlySet<string> = new Set()

/** Returns what `here` offers and, merged in file order, what the base account's session offers. */
function withBase(here: Switchable, { list, settings }: Facts, base: OpenSession) {
  const { targets } = list
  const there = switchable(targets, base.session, settings)
  const fromBase = new Set(there.roles.map(({ name }) => name))
  const offered = new Set([...here.roles, ...there.roles])
  return {
    roles: targets.roles.filter(role => offered.has(role)),
    hidden: here.hidden.filter(({ name }) => !fromBase.has(name)),
    fromBase,
  }
}

/** Returns the account that the user can leave a switched role for: in multi-session mode, one whose session is known. */
function backTo({ mode, switched, base }: Session, from: OpenSession | undefined): Account | undefined {
  if (!switched) return undefined
  return mode.kind === 'classic' ? base : from?.session.base
}
