import { aliasOrId, compareAccounts, namedAccount } from '../aws/compare-accounts'
import type { Account, Session } from '../aws/session'
import type { TargetRoles } from '../config/resolve/target-roles'
import { unturned } from '../lib/bidi'
import { isForProduction } from '../lib/production-name'
import { currentRole } from '../roles/current-role'
import { type WrongRegion, wrongRegion } from '../roles/wrong-region'
import { type Duration, durationOf } from '../sessions/session-clock'

/** What a console page is marked with, in its tab and on the page. */
export interface Mark {
  /** The profile's name, or the role's if the list has only the account. It can't reorder the text around it. */
  readonly name: string
  /** The role that the session is in. It can't reorder the text around it either. */
  readonly role?: string
  /** Six lowercase hex digits. */
  readonly color?: string
  /** The account as the page shows it: its alias, or its 12 digits. */
  readonly account: string
  /** Whether the profile, or its group, says production. */
  readonly isProduction: boolean
  /** Where the page should be, if it isn't in one of the role's regions. */
  readonly wrongRegion?: WrongRegion
  /** How long the role session lasts. Absent if the session is in no role. */
  readonly duration?: Duration
  /** Whether the list has the session's role, so that the menu can renew the session. */
  readonly isRenewable?: true
}

/** Identifies a role's profile if several profiles name the role. */
export interface MarkedPage {
  /** Name of the profile that was chosen in the menu. */
  readonly chosen?: string | undefined
  readonly region?: string | undefined
  /** The page's address. */
  readonly url?: string
}

/**
 * Returns the mark of a session: that of its profile (a role, a portal role or a base account), else that of the account, if
 * a profile names it. Undefined if the list has neither. Linear in the number of roles.
 */
export function markOf(
  session: Session,
  targets: TargetRoles,
  { chosen, region, url }: MarkedPage = {},
): Mark | undefined {
  const { roles, bases } = targets
  const here = accountOf(session)
  const isHere = ({ account, accountAlias }: { readonly account: string; readonly accountAlias?: string }) =>
    compareAccounts(here, namedAccount(account, accountAlias)) === 'same'

  const role = currentRole(roles, session, chosen, region)
  const base = session.switched ? undefined : bases.find(isHere)
  const profile = role ?? base
  const known = profile ?? roles.find(isHere)
  if (!known) return undefined
  const duration = durationOf(session, role)
  const wrong = role && url !== undefined ? wrongRegion(role, targets, url) : undefined
  const roleName = session.switched?.roleName ?? session.signedInRole
  const named = profile ? [profile] : roles.filter(isHere)
  return {
    name: unturned(profile?.name ?? roleName ?? session.user ?? known.name),
    ...(roleName !== undefined && { role: unturned(roleName) }),
    ...(known.color !== undefined && { color: known.color }),
    account: aliasOrId(here),
    isProduction: named.some(isForProduction),
    ...(wrong && { wrongRegion: wrong }),
    ...(duration !== undefined && { duration }),
    ...(role && { isRenewable: true }),
  }
}

/** Returns the account that a session is in. */
export function accountOf({ switched, base }: Session): Account {
  return switched?.account ?? base
}
