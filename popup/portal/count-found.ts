import type { Role } from '../../src/config/resolve/role'
import type { FoundPortal } from '../../src/portal/found'
import { allRoles, isOfPortal, missingRoles, roleKey } from '../../src/portal/plan/found-role'

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
  const all = allRoles(found)
  const gone = missingRoles(found, listed).filter(role => isOfPortal(role, found.url))
  return {
    accounts: found.accounts.length,
    roles: all.length,
    added: all.filter(({ account, roleName }) => !isListed(account.id, roleName)).length,
    gone: gone.length,
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
