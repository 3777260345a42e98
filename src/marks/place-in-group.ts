import type { CookieJar } from '../lib/cookie-jar'

/** What is known about the groups that were made here. Plain data, keyed by the browser's numbers. */
export interface GroupedTabs {
  /** The session of each tab that was put into a group, or left in the user's own. */
  readonly tabs: Readonly<Record<number, GroupedTab>>
  /** The role of each group, however often that is switched to: each time is another session. */
  readonly groups: Readonly<Record<number, string>>
  /** The tab that a group is being made for. It stays here if the script is stopped before the group has its title. */
  readonly making?: number
  /** Closed tabs whose sessions have to be signed out if no other tab shows them. */
  readonly ending?: readonly ClosedTab[]
}

export interface GroupedTab extends Partial<CookieJar> {
  /** Session id. */
  readonly session: string
  readonly role: string
  readonly signInHost: string
}

interface ClosedTab extends GroupedTab {
  readonly tab: number
}

/** The group that the tab should be in. */
export type Place =
  /** Its current one: the user's own, or none. */
  | { readonly kind: 'stay' }
  /** An existing group; the tab may be in it already. */
  | { readonly kind: 'join'; readonly group: number }
  /** Its current one, which was made for it and has no title yet. */
  | { readonly kind: 'finish'; readonly group: number }
  | { readonly kind: 'new' }

interface Asked extends Partial<CookieJar> {
  readonly tab: number
  /** Id of the tab's current group, if any. */
  readonly group?: number | undefined
  readonly session: string
  readonly role: string
  readonly title: string
  readonly color: string
}

/** Whether the tab was placed for this session already: then its current group is the user's choice. */
export function isPlaced(tab: number, session: string, known: GroupedTabs): boolean {
  return known.tabs[tab]?.session === session
}

/**
 * Returns where a tab of a role session belongs. Each tab is placed once for each session, so a user can take it out again.
 * Groups of the user or of another extension are left alone, unless one has this very title: it is the role's group from
 * before the browser's restart.
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

/** Returns what is known once the tab is in the group; without a group, it was left in the user's own. */
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

/** Returns what is known once the tab is closed, and the tab's record, if it had one. */
export function withoutTab(
  known: GroupedTabs,
  tab: number,
): { readonly known: GroupedTabs; readonly closed: GroupedTab | undefined } {
  const { [tab]: closed, ...tabs } = known.tabs
  return { known: { ...known, tabs, groups: groupsOf(tabs, known) }, closed }
}

/** Returns what is known about windows that aren't private: nothing about private ones may be written to disk. */
export function withoutPrivateTabs({ making: _, ...known }: GroupedTabs): GroupedTabs {
  const entries = Object.entries(known.tabs).filter(([, { isPrivate }]) => !isPrivate)
  const tabs = Object.fromEntries(entries)
  const ending = known.ending?.filter(({ isPrivate }) => !isPrivate)
  return { tabs, groups: groupsOf(tabs, known), ...(ending && { ending }) }
}

function groupsOf(tabs: GroupedTabs['tabs'], { groups }: GroupedTabs): GroupedTabs['groups'] {
  const roles = new Set(Object.values(tabs).map(({ role }) => role))
  return Object.fromEntries(Object.entries(groups).filter(([, role]) => roles.has(role)))
}
