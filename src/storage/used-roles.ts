import { type ItemsRead, storedItem, valueIn } from '../browser/stored-item'
import { type RoleUse, withUse } from '../roles/role-use'

/** The roles that were switched to, latest first. They never leave this browser. */
export const usedRolesItem = storedItem<readonly RoleUse[]>({
  key: 'recentRoles',
  area: 'local',
  version: 2,
  default: [],
  check: stored => (isUses(stored) ? stored : undefined),
  // The first version stored only the names, latest first.
  migrations: {
    1: stored =>
      Array.isArray(stored) ? stored.map((name, index) => ({ name, score: 1, last: 0 - index })) : undefined,
  },
})

/** Returns the uses, from `read` if given, latest first; none if they can't be read. */
export async function readUsedRoles(read?: ItemsRead): Promise<readonly RoleUse[]> {
  try {
    return valueIn(await usedRolesItem.get(read)) ?? []
  } catch {
    // Only the order of the menu depends on them. A storage failure is reported where the roles are read.
    return []
  }
}

/**
 * Counts one more use of a role, except in private windows, which leave nothing on disk. Leaves data from a later version of
 * the extension alone.
 */
export async function rememberRole(name: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return
  const uses = valueIn(await usedRolesItem.get())
  if (uses) await usedRolesItem.set(withUse(uses, name, Date.now()))
}

function isUses(stored: unknown): stored is readonly RoleUse[] {
  return Array.isArray(stored) && stored.every(isUse)
}

function isUse(stored: unknown): stored is RoleUse {
  if (typeof stored !== 'object' || stored === null) return false
  const { name, score, last } = stored as Partial<Record<keyof RoleUse, unknown>>
  return typeof name === 'string' && typeof score === 'number' && typeof last === 'number'
}
