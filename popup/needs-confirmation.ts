import type { Role } from '../src/config/resolve/role'
import { searchKey } from '../src/lib/search-key'

/** Whether a switch to the role has to be confirmed: its profile says so, or its group is one of those in the settings. */
export function needsConfirmation(
  { confirm, group }: Pick<Role, 'confirm' | 'group'>,
  confirmGroups: readonly string[],
): boolean {
  if (confirm === true) return true
  return group !== undefined && confirmGroups.some(other => searchKey(other) === searchKey(group))
}
