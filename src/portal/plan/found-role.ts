import { isSamePortal } from '../../aws/portal'
import type { Role } from '../../config/resolve/role'
import type { FoundAccount, FoundPortal } from '../found'

/** One permission set in one account of a portal. */
export interface FoundRole {
  readonly account: FoundAccount
  readonly roleName: string
}

/** Returns what identifies a role: an account belongs to one organization, whichever of a portal’s addresses leads there. */
export function roleKey(account: string, roleName: string): string {
  return `${account} ${roleName}`
}

/** Returns the number of roles in all accounts. */
export function countRoles(accounts: readonly Pick<FoundAccount, 'roles'>[]): number {
  return accounts.reduce((sum, { roles }) => sum + roles.length, 0)
}

/** Returns all roles that were found, in the portal’s order. */
export function allRoles({ accounts }: FoundPortal): readonly FoundRole[] {
  return accounts.flatMap(account => account.roles.map(roleName => ({ account, roleName })))
}

/** Returns the portal roles of a list that weren’t found, at whichever address; none unless everything was found. */
export function missingRoles(found: FoundPortal, listed: readonly Role[]): readonly Role[] {
  if (!found.isComplete) return []
  const keys = new Set(allRoles(found).map(({ account, roleName }) => roleKey(account.id, roleName)))
  return listed.filter(
    ({ portal, account, roleName }) => portal !== undefined && !keys.has(roleKey(account, roleName)),
  )
}

/** Whether the role’s portal is certainly the one at `url`: the portals of an instance have the same accounts. */
export function isOfPortal(role: Role, url: string): boolean {
  return addressesOf(role).some(one => isSamePortal(one, url))
}

/** Returns the addresses of the role’s portal. */
export function addressesOf({ portal, otherPortals = [] }: Role): readonly string[] {
  return portal === undefined ? [] : [portal, ...otherPortals]
}
