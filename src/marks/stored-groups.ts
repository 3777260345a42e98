import { type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import type { GroupedTabs } from './place-in-group'

const noGroups: GroupedTabs = { tabs: {}, groups: {} }

/**
 * The groups made for roles, and the tabs in them. Their numbers are only valid until the browser closes, and so is this. It
 * survives an update.
 */
export const groupedTabsDefinition: StoredItemDefinition<GroupedTabs> = {
  key: 'groupedTabs',
  area: 'session',
  version: 1,
  default: noGroups,
  check: stored => (isGroupedTabs(stored) ? stored : undefined),
}

const groupedTabsItem = storedItem(groupedTabsDefinition)

/** Returns the known groups; an empty record if it can't be read. */
export async function readGroupedTabs(): Promise<GroupedTabs> {
  return valueIn(await groupedTabsItem.get()) ?? noGroups
}

export async function keepGroupedTabs(known: GroupedTabs): Promise<void> {
  await groupedTabsItem.set(known)
}

function isGroupedTabs(stored: unknown): stored is GroupedTabs {
  if (typeof stored !== 'object' || stored === null) return false
  const { tabs, groups, ending = [] } = stored as Partial<Record<keyof GroupedTabs, unknown>>
  return Array.isArray(ending) && [tabs, groups].every(part => typeof part === 'object' && part !== null)
}
