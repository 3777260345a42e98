import type { Profile } from '../config/profile'
import type { Account, Session } from '../console/session'
import type { HiddenReason, HiddenRole, Role } from './role'
import { targetsOf } from './target'

export interface Switchable {
  /** Offered, in file order. */
  readonly roles: readonly Role[]
  /** Not offered, in file order. Profiles that are no target role (a base account, `[default]`) are in neither. */
  readonly hidden: readonly HiddenRole[]
}

export interface SwitchableOptions {
  /** Leave out roles whose name differs from the role the session is signed in with or has switched to. */
  readonly onlyMatchingRoles: boolean
}

/**
 * Which profiles can be switched to in `session`: those without a base account, and those whose base
 * account's profile is the account the session is signed in to. Linear in the number of profiles.
 */
export function switchable(
  profiles: readonly Profile[],
  session: Session,
  { onlyMatchingRoles }: SwitchableOptions,
): Switchable {
  const currentRoleName = session.switched?.roleName ?? session.signedInRole

  const roles: Role[] = []
  const hidden: HiddenRole[] = []
  for (const { profile, account, roleName, base } of targetsOf(profiles)) {
    const reason =
      whyNotFrom(profile, base, session) ??
      (onlyMatchingRoles && currentRoleName !== undefined && lastSegment(roleName) !== currentRoleName
        ? { kind: 'other-role-name' as const, roleName: currentRoleName }
        : undefined)
    if (reason) hidden.push({ name: profile.name, reason })
    else roles.push(role(profile, account, roleName, base, session))
  }
  return { roles, hidden }
}

function whyNotFrom(profile: Profile, base: Profile | undefined, session: Session): HiddenReason | undefined {
  const partition = profile.partition ?? base?.partition
  if (partition !== undefined && partition !== session.partition)
    return { kind: 'other-partition', partition }
  if (base?.account === undefined) return undefined
  if (!isAccount(session.base, base.account, base.accountAlias)) {
    return { kind: 'other-base', base: base.name, account: base.account }
  }
  const wanted = base.partition === undefined ? base.roleName : undefined
  if (wanted !== undefined && lastSegment(wanted) !== session.signedInRole) {
    return { kind: 'other-signed-in-role', base: base.name, roleName: wanted }
  }
  return undefined
}

function role(
  profile: Profile,
  account: string,
  roleName: string,
  base: Profile | undefined,
  { switched }: Session,
): Role {
  const region = profile.region ?? base?.targetRegion
  return {
    name: profile.name,
    account,
    roleName,
    ...(profile.accountAlias !== undefined && { accountAlias: profile.accountAlias }),
    ...(profile.color !== undefined && { color: profile.color }),
    ...(region !== undefined && { region }),
    ...(profile.image !== undefined && { image: profile.image }),
    ...(profile.group !== undefined && { group: profile.group }),
    ...(profile.description !== undefined && { description: profile.description }),
    current:
      switched !== undefined &&
      switched.roleName === lastSegment(roleName) &&
      isAccount(switched.account, account, profile.accountAlias),
  }
}

function isAccount(shown: Account, account: string, alias: string | undefined): boolean {
  return account === shown.id || account === shown.alias || (alias !== undefined && alias === shown.alias)
}

/** The role's name without its path: the console shows no path. */
function lastSegment(roleName: string): string {
  return roleName.slice(roleName.lastIndexOf('/') + 1)
}
