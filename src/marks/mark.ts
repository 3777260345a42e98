import { compareAccounts, namedAccount } from '../aws/compare-accounts'
import type { Account, Session } from '../aws/session'
import type { TargetRoles } from '../config/resolve/target-roles'
import { unturned } from '../lib/bidi'
import { currentRole } from '../roles/current-role'
import { type Duration, durationOf } from '../sessions/session-clock'

/** What a console page is marked with, in its tab and on itself. */
export interface Mark {
  /** The profile's name, or where the configuration has only the account, the role's. It can't turn the text around it. */
  readonly name: string
  /** Six lower-case hex digits. */
  readonly color?: string
  /** The account as the page shows it: its alias, or its 12 digits. */
  readonly account: string
  /** How long the role's session lasts. Absent if the session is in no role. */
  readonly duration?: Duration
}

/** By what the profile of a role is told if several profiles name it. */
export interface MarkedPage {
  /** The name of the profile that was chosen in the menu. */
  readonly chosen?: string | undefined
  /** The region that the page is in. */
  readonly region?: string | undefined
}

/**
 * The mark of a session: that of the profile that it is in, be it a role, a portal role or a base account, and else that of
 * the account, if a profile names it. Undefined if the list knows nothing of it. Linear in the number of roles.
 */
export function markOf(
  session: Session,
  { roles, bases }: TargetRoles,
  { chosen, region }: MarkedPage = {},
): Mark | undefined {
  const here = session.switched?.account ?? session.base
  const isHere = ({ account, accountAlias }: { readonly account: string; readonly accountAlias?: string }) =>
    compareAccounts(here, namedAccount(account, accountAlias)) === 'same'

  const role = currentRole(roles, session, chosen, region)
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
