import { plainRoleName } from '../console/role-name'
import type { Session } from '../console/session'
import { compareAccounts, namedAccount } from './compare-accounts'
import type { Role } from './role'

/** Whether the session has switched to this very role already, or is signed in to it by its portal. */
export function isCurrent(role: Role, { switched, base, signedInRole, partition }: Session): boolean {
  const { account, accountAlias, roleName, portal } = role
  if (portal !== undefined) {
    return (
      switched === undefined &&
      role.partition === partition &&
      signedInRole === roleName &&
      compareAccounts(base, namedAccount(account, accountAlias)) === 'same'
    )
  }
  return (
    switched !== undefined &&
    switched.roleName === plainRoleName(roleName) &&
    compareAccounts(switched.account, namedAccount(account, accountAlias)) === 'same'
  )
}
