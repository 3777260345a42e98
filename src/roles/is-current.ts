import { compareAccounts, namedAccount } from '../aws/compare-accounts'
import { plainRoleName } from '../aws/role-name'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'

/** Whether the session has already switched to this exact role, or is signed in to it through its portal. */
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
