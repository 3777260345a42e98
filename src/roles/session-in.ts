import { namedAccount } from '../aws/compare-accounts'
import { plainRoleName } from '../aws/role-name'
import type { Session } from '../aws/session'
import type { Base } from '../config/resolve/base-account'

/** Returns a sample session, signed in to the base account as its roles require, or to an unknown account if undefined. */
export function sessionIn(base: Base | undefined): Session {
  return {
    partition: base?.partition ?? 'aws',
    mode: { kind: 'classic' },
    signInHost: 'signin.aws.amazon.com',
    base: base ? namedAccount(base.account, base.accountAlias) : {},
    ...(base?.roleName !== undefined && { signedInRole: plainRoleName(base.roleName) }),
  }
}
