import { browser } from './api'

/** The colours that both browsers have for a group of tabs. */
export type GroupColor = 'grey' | 'blue' | 'red' | 'yellow' | 'green' | 'pink' | 'purple' | 'cyan' | 'orange'

/** A group of tabs in the tab strip. */
export interface TabGroup {
  readonly id: number
  readonly title: string
  readonly color: string
}

/** A tab, and where it stands. */
export interface PlacedTab {
  readonly windowId: number
  /** The id of its group; absent where it is in none. */
  readonly group?: number
  readonly isPinned: boolean
}

/** Both browsers' number for “in no group”. */
const noGroupId = -1

/** Where the tab stands. Rejects where it was closed. */
export async function placeOfTab(tab: number): Promise<PlacedTab> {
  const { windowId = noGroupId, groupId = noGroupId, pinned } = await browser.tabs.get(tab)
  return { windowId, ...(groupId !== noGroupId && { group: groupId }), isPinned: pinned }
}

/** The groups of a window. Needs `tabGroups`. */
export async function groupsIn(windowId: number): Promise<readonly TabGroup[]> {
  const groups = await browser.tabGroups.query({ windowId })
  return groups.map(({ id, title = '', color }) => ({ id, title, color }))
}

/** Puts the tab into the group, or without one into a new one in its window, and gives the group's id. */
export function putInGroup(tab: number, windowId: number, group: number | undefined): Promise<number> {
  // Chromium would make a new group in the window in front.
  const where = group === undefined ? { createProperties: { windowId } } : { groupId: group }
  return browser.tabs.group({ tabIds: [tab], ...where })
}

/** Gives the group a title and a colour. Needs `tabGroups`. */
export async function dressGroup(group: number, title: string, color: GroupColor): Promise<void> {
  await browser.tabGroups.update(group, { title, color })
}

/** Takes all tabs out of the groups, which are gone then. The tabs stay where they are. */
export async function dissolveGroups(groups: readonly number[]): Promise<void> {
  const tabs = await browser.tabs.query({})
  const ids = tabs.flatMap(({ id, groupId = noGroupId }) =>
    id !== undefined && groups.includes(groupId) ? id : [],
  )
  if (ids.length > 0) await browser.tabs.ungroup(ids)
}

/** Calls `listener` with each tab that is closed, and whether it was closed with its window. */
export function onTabClosed(listener: (tab: number, withWindow: boolean) => void): void {
  browser.tabs.onRemoved.addListener((tab, { isWindowClosing }) => listener(tab, isWindowClosing))
}
