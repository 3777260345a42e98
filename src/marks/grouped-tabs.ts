import { type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import type { GroupedTabs } from './place-in-group'

const noGroups: GroupedTabs = { tabs: {}, groups: {} }

/** The groups that were made for roles, and the tabs in them: their numbers end with the browser, and so does this. It outlives an update. */
export const groupedTabsDefinition: StoredItemDefinition<GroupedTabs> = {
  key: 'groupedTabs',
  area: 'session',
  version: 1,
  default: noGroups,
  check: stored => (isGroupedTabs(stored) ? stored : undefined),
}

const groupedTabsItem = storedItem(groupedTabsDefinition)

/** What is known of groups; nothing where it can't be read. Rejects with what the browser's storage rejects with. */
export async function readGroupedTabs(): Promise<GroupedTabs> {
  return valueIn(await groupedTabsItem.get()) ?? noGroups
}

/** Keeps it. Rejects with what the browser's storage rejects with. */
export async function keepGroupedTabs(known: GroupedTabs): Promise<void> {
  await groupedTabsItem.set(known)
}

function isGroupedTabs(stored: unknown): stored is GroupedTabs {
  if (typeof stored !== 'object' || stored === null) return false
  const { tabs, groups, ending = [] } = stored as Partial<Record<keyof GroupedTabs, unknown>>
  return Array.isArray(ending) && [tabs, groups].every(part => typeof part === 'object' && part !== null)
}
