import { exclusively } from '../browser/locks'
import { storedItem, valueIn } from '../browser/stored-item'
import { type RoleTab, withRoleTab } from './role-tabs'

/** The tabs that showed roles. They are deleted when the browser closes and, unlike open sessions, by an update. */
const roleTabsItem = storedItem<readonly RoleTab[]>({
  key: 'roleTabs',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (isTabs(stored) ? stored : undefined),
})

/** Returns the tabs, latest last; none if they can't be read: then the menu just doesn't offer their roles again. */
export async function readRoleTabs(): Promise<readonly RoleTab[]> {
  try {
    return valueIn(await roleTabsItem.get()) ?? []
  } catch {
    return []
  }
}

/** Records that the tab shows the role. Never rejects: if it can't be stored, the role isn't offered again. */
export function noteRoleTab(tab: RoleTab): Promise<void> {
  // Menus of two windows may write at the same time.
  return exclusively(async () => {
    await roleTabsItem.set(withRoleTab(await readRoleTabs(), tab)).catch(() => {})
  }, 'role tabs')
}

function isTabs(stored: unknown): stored is readonly RoleTab[] {
  return Array.isArray(stored) && stored.every(isTab)
}

function isTab(stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return false
  const { tab, page, session, name, account, roleName } = stored as Partial<Record<keyof RoleTab, unknown>>
  const texts = [name, account, roleName, page ?? '', session ?? '']
  return typeof tab === 'number' && texts.every(text => typeof text === 'string')
}
