import { portalOf } from '../../aws/portal'
import { type RoleField, roleFields } from '../parse/keys'
import { portalAddresses } from '../parse/portal-profiles'
import type { Profile } from '../parse/profile'
import { type Base, baseAccounts } from './base-account'
import type { Role } from './role'

/**
 * All roles with a way to switch to them, and the portal roles. Plain data, stored as JSON with the text it was made from.
 */
export interface TargetRoles {
  /** In file order. */
  readonly roles: readonly Role[]
  /** The roles' base accounts, which the roles refer to by index. */
  readonly bases: readonly Base[]
}

/** Returns the target roles among the profiles, and their base accounts. Linear in the number of profiles. */
export function targetRoles(profiles: readonly Profile[]): TargetRoles {
  const sources = new Set(profiles.map(profile => profile.sourceProfile))
  const { bases, indexOf } = baseAccounts(profiles, sources)
  const asRole = (profile: Profile): Role | undefined => {
    const { kind = isOnlyBase(profile, sources) ? 'portal' : undefined } = profile
    if (kind === 'nothing') return undefined
    const index = indexOf(profile)
    const base = index === undefined ? undefined : bases[index]
    const target = kind === 'portal' ? undefined : asTarget(profile, index, base)
    return target ?? asPortalRole(profile)
  }
  const roles: Role[] = []
  for (const profile of profiles) {
    const role = asRole(profile)
    if (role) roles.push(role)
  }
  return { roles, bases }
}

function asTarget(profile: Profile, index: number | undefined, base: Base | undefined): Role | undefined {
  const { account, partition } = profile
  const roleName = profile.roleName ?? base?.targetRoleName
  const region = profile.region ?? base?.targetRegion
  if (account === undefined || roleName === undefined) return undefined
  return {
    ...ownOf(profile, account, roleName),
    ...(partition !== undefined && { partition }),
    ...(region !== undefined && { region }),
    ...(index !== undefined && { base: index }),
  }
}

/** Returns a profile as a portal role. Its account and permission set come from its `sso_…` keys, whatever else it says. */
function asPortalRole(profile: Profile): Role | undefined {
  const { portal, region } = profile
  if (portal?.url === undefined) return undefined
  const [at, ...others] = portalAddresses(portal.url).flatMap(url => portalOf(url, region) ?? [])
  if (at === undefined || at === 'no-region') return undefined
  return {
    ...ownOf(profile, portal.account, portal.roleName),
    partition: at.partition,
    portal: at.url,
    ...(others.length > 0 && {
      otherPortals: others.flatMap(other => (other === 'no-region' ? [] : other.url)),
    }),
    ...(region !== undefined && { region }),
  }
}

function ownOf(profile: Profile, account: string, roleName: string): Role {
  const { name, origin, readFirst } = profile
  const own: Partial<Record<keyof Pick<Role, RoleField>, unknown>> = {}
  for (const field of roleFields) {
    const value = profile[field]
    // A false value is treated like a missing one.
    if (value !== undefined && value !== false) own[field] = value
  }
  return {
    name,
    account,
    roleName,
    ...(origin !== undefined && { origin }),
    ...own,
    ...(readFirst && { readFirst }),
  } as Role
}

/**
 * Whether a profile is only a base account. If it has `aws_account_id`, its `role_name` is the role to sign in with, not one
 * to switch to. With `role_arn`, it is a target role as well.
 */
function isOnlyBase(profile: Profile, sources: ReadonlySet<string | undefined>): boolean {
  return profile.sourceProfile === undefined && profile.partition === undefined && sources.has(profile.name)
}
