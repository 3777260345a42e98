import type { Account, Session } from '../console/session'
import { compareAccounts, namedAccount } from '../roles/compare-accounts'
import { isCurrent } from '../roles/is-current'
import { unturned } from '../roles/isolated'
import { durationOf } from '../roles/session-clock'
import type { TargetRoles } from '../roles/target-roles'

/** What a console page is marked with, in its tab and on itself. */
export interface Mark {
  /** The profile's name, or where the configuration has only the account, the role's. It can't turn the text around it. */
  readonly name: string
  /** Six lower-case hex digits. */
  readonly color?: string
  /** The account as the page shows it: its alias, or its 12 digits. */
  readonly account: string
  /** How long the role's session lasts, in seconds. Absent where the session is in no role. */
  readonly duration?: number
}

/**
 * The mark of a session: that of the profile that it is in, be it a role, a portal role or a base account, and else that of
 * the account, where a profile names it. Undefined where the configuration knows nothing of it. Linear in the number of roles.
 */
export function markOf(session: Session, { roles, bases }: TargetRoles): Mark | undefined {
  const here = session.switched?.account ?? session.base
  const isHere = ({ account, accountAlias }: { readonly account: string; readonly accountAlias?: string }) =>
    compareAccounts(here, namedAccount(account, accountAlias)) === 'same'

  const role = roles.find(role => isCurrent(role, session))
  const base = session.switched ? undefined : bases.find(isHere)
  const profile = role ?? base
  const known = profile ?? roles.find(isHere)
  if (!known) return undefined
  const duration = durationOf(session, role)
  return {
    name: unturned(
      profile?.name ?? session.switched?.roleName ?? session.signedInRole ?? session.user ?? known.name,
    ),
    ...(known.color !== undefined && { color: known.color }),
    account: shown(here),
    ...(duration !== undefined && { duration }),
  }
}

function shown({ alias, id }: Account): string {
  return alias ?? id ?? ''
}
