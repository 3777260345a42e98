import { plainRoleName } from '../console/role-name'
import type { Session } from '../console/session'
import { compareAccounts, namedAccount } from './compare-accounts'
import type { Role } from './role'

/** Whether the session has switched to this very role already. */
export function isCurrent({ account, accountAlias, roleName }: Role, { switched }: Session): boolean {
  return (
    switched !== undefined &&
    switched.roleName === plainRoleName(roleName) &&
    compareAccounts(switched.account, namedAccount(account, accountAlias)) === 'same'
  )
}
