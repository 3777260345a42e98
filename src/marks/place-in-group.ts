import type { CookieJar } from '../lib/cookie-jar'

/** What is known of the groups that were made here. Plain data, keyed by the numbers that the browser gives. */
export interface GroupedTabs {
  /** Of each tab that was put into a group, or left to the user's own, the session. */
  readonly tabs: Readonly<Record<number, GroupedTab>>
  /** Of each group the role that it is for, however often that is switched to: each time is another session. */
  readonly groups: Readonly<Record<number, string>>
  /** The tab for which a group is being made. It stays here if the script is stopped before the group has its title. */
  readonly making?: number
  /** Tabs that were closed, whose sessions are to be signed out where no other tab shows them. */
  readonly ending?: readonly ClosedTab[]
}

export interface GroupedTab extends Partial<CookieJar> {
  /** The id of the session. */
  readonly session: string
  readonly role: string
  readonly signInHost: string
}

/** A tab that is closed. */
interface ClosedTab extends GroupedTab {
  readonly tab: number
}

/** What the tab's group is to be. */
export type Place =
  /** What it is: the user's own, or none. */
  | { readonly kind: 'stay' }
  /** A group that there is; perhaps the tab is in it already. */
  | { readonly kind: 'join'; readonly group: number }
  /** The one that it is in, which was made for it and has no title yet. */
  | { readonly kind: 'finish'; readonly group: number }
  | { readonly kind: 'new' }

interface Asked extends Partial<CookieJar> {
  readonly tab: number
  /** The id of the group that the tab is in now, if any. */
  readonly group?: number | undefined
  readonly session: string
  readonly role: string
  readonly title: string
  readonly color: string
}

/** Whether the tab was placed for this session already: then whatever group it is in now is the user's doing. */
export function isPlaced(tab: number, session: string, known: GroupedTabs): boolean {
  return known.tabs[tab]?.session === session
}

/**
 * Where a tab of a role's session belongs. Each tab is placed once for each session: whoever takes it out again is not
 * contradicted. A group of another extension's or the user's own is left alone, unless it has the very title: that is the
 * role's group of before the browser's restart.
 */
export function placeInGroup(
  { tab, group, session, role, title, color }: Asked,
  groups: readonly { readonly id: number; readonly title: string; readonly color: string }[],
  known: GroupedTabs,
): Place {
  if (isPlaced(tab, session, known)) return { kind: 'stay' }
  const isFor = (id: number) => known.groups[id]
  const itsOwn = groups.find(({ id }) => isFor(id) === role)
  if (itsOwn) return { kind: 'join', group: itsOwn.id }
  const isLikeIt = (one: { readonly id: number; readonly title: string }) =>
    isFor(one.id) === undefined && one.title === title
  const current = groups.find(({ id }) => id === group)
  if (current?.title === '' && known.making === tab) return { kind: 'finish', group: current.id }
  if (current && isLikeIt(current)) return { kind: 'join', group: current.id }
  if (current && isFor(current.id) === undefined) return { kind: 'stay' }
  const before = groups.find(one => isLikeIt(one) && one.color === color)
  return before ? { kind: 'join', group: before.id } : { kind: 'new' }
}

/** What is known once the tab is in the group; without one it was left to the user's own. */
export function withTab(
  { making: _, ...known }: GroupedTabs,
  { tab, session, role, isPrivate, cookieStoreId }: Asked,
  signInHost: string,
  group: number | undefined,
): GroupedTabs {
  const jar = { ...(isPrivate && { isPrivate }), ...(cookieStoreId && { cookieStoreId }) }
  return {
    ...known,
    tabs: { ...known.tabs, [tab]: { session, role, signInHost, ...jar } },
    groups: group === undefined ? known.groups : { ...known.groups, [group]: role },
  }
}

/** What is known once the tab is closed, and what it was, if it was one of those. */
export function withoutTab(
  known: GroupedTabs,
  tab: number,
): { readonly known: GroupedTabs; readonly closed: GroupedTab | undefined } {
  const { [tab]: closed, ...tabs } = known.tabs
  return { known: { ...known, tabs, groups: groupsOf(tabs, known) }, closed }
}

/** What is known of windows that aren't private: of the others nothing may be written to disk. */
export function withoutPrivateTabs({ making: _, ...known }: GroupedTabs): GroupedTabs {
  const entries = Object.entries(known.tabs).filter(([, { isPrivate }]) => !isPrivate)
  const tabs = Object.fromEntries(entries)
  const ending = known.ending?.filter(({ isPrivate }) => !isPrivate)
  return { tabs, groups: groupsOf(tabs, known), ...(ending && { ending }) }
}

/** The groups of the tabs' roles. */
function groupsOf(tabs: GroupedTabs['tabs'], { groups }: GroupedTabs): GroupedTabs['groups'] {
  const roles = new Set(Object.values(tabs).map(({ role }) => role))
  return Object.fromEntries(Object.entries(groups).filter(([, role]) => roles.has(role)))
}
