import { browser } from './api'

/** The tab group colors that both browsers have. */
export type GroupColor = 'grey' | 'blue' | 'red' | 'yellow' | 'green' | 'pink' | 'purple' | 'cyan' | 'orange'

export interface TabGroup {
  readonly id: number
  readonly title: string
  readonly color: string
}

export interface PlacedTab {
  readonly windowId: number
  /** Its group's id; absent if it isn't in one. */
  readonly group?: number
  readonly isPinned: boolean
}

/** Both browsers' id for “not in a group”. */
const noGroupId = -1

/** Returns the tab's position. Rejects if the tab was closed. */
export async function placeOfTab(tab: number): Promise<PlacedTab> {
  const { windowId = noGroupId, groupId = noGroupId, pinned } = await browser.tabs.get(tab)
  return { windowId, ...(groupId !== noGroupId && { group: groupId }), isPinned: pinned }
}

/** Returns the groups of a window. Needs `tabGroups`. */
export async function groupsIn(windowId: number): Promise<readonly TabGroup[]> {
  const groups = await browser.tabGroups.query({ windowId })
  return groups.map(({ id, title = '', color }) => ({ id, title, color }))
}

/** Moves the tab into the group, or into a new one in its window, and returns the group's id. */
export function putInGroup(tab: number, windowId: number, group: number | undefined): Promise<number> {
  // Chromium would otherwise create the group in the active window.
  const where = group === undefined ? { createProperties: { windowId } } : { groupId: group }
  return browser.tabs.group({ tabIds: [tab], ...where })
}

/** Sets the group's title and color. Needs `tabGroups`. */
export async function dressGroup(group: number, title: string, color: GroupColor): Promise<void> {
  await browser.tabGroups.update(group, { title, color })
}

/** Ungroups all tabs of the groups, which removes the groups. The tabs stay where they are. */
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
