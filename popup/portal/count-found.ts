import { isSamePortal } from '../../src/aws/portal'
import type { Role } from '../../src/config/resolve/role'
import type { FoundPortal } from '../../src/portal/found'
import { roleKey } from '../../src/portal/plan/found-role'

/** How a portal's roles differ from the list's. */
interface FoundCounts {
  readonly accounts: number
  readonly roles: number
  /** Roles that aren't in the list. */
  readonly added: number
  /** Roles of the list that the portal doesn't have anymore; 0 unless everything was found. */
  readonly gone: number
}

/** Counts what was found, as the review in the settings compares it (`src/portal/plan/compare-found.ts`). */
export function countFound(found: FoundPortal, listed: readonly Role[]): FoundCounts {
  const isListed = isListedIn(listed)
  const all = found.accounts.flatMap(({ id, roles }) => roles.map(roleName => ({ id, roleName })))
  const keys = new Set(all.map(({ id, roleName }) => roleKey(id, roleName)))
  const gone = listed.filter(
    role => isOfPortal(role, found.url) && !keys.has(roleKey(role.account, role.roleName)),
  )
  return {
    accounts: found.accounts.length,
    roles: all.length,
    added: all.filter(({ id, roleName }) => !isListed(id, roleName)).length,
    gone: found.isComplete ? gone.length : 0,
  }
}

/** Returns whether the list has a portal role, at whichever address, by account and role name. */
export function isListedIn(listed: readonly Role[]): (account: string, roleName: string) => boolean {
  const keys = new Set(
    listed.flatMap(({ portal, account, roleName }) =>
      portal === undefined ? [] : roleKey(account, roleName),
    ),
  )
  return (account, roleName) => keys.has(roleKey(account, roleName))
}

/** Whether the role’s portal is certainly the one at `url`: the portals of an instance have the same accounts. */
function isOfPortal({ portal, otherPortals = [] }: Role, url: string): boolean {
  return portal !== undefined && [portal, ...otherPortals].some(one => isSamePortal(one, url))
}
