import type { Partition } from '../../aws/partitions'
import type { Profile } from '../parse/profile'

/** Where to sign in for a base account's roles to be available, and the defaults it sets for them. */
export interface Base {
  /** The profile's name. */
  readonly name: string
  /** 12 digits, or an account alias. */
  readonly account: string
  readonly accountAlias?: string
  readonly partition?: Partition
  /** Six lowercase hex digits. */
  readonly color?: string
  /** The role or permission set to sign in with; absent if any will do. */
  readonly roleName?: string
  readonly targetRoleName?: string
  readonly targetRegion?: string
}

/**
 * Returns the base accounts that the profiles name as their `source_profile`, in file order, and for each profile the index
 * of its own: undefined if it names none, itself, or one without an account.
 */
export function baseAccounts(
  profiles: readonly Profile[],
  sources: ReadonlySet<string | undefined>,
): { readonly bases: readonly Base[]; indexOf(profile: Profile): number | undefined } {
  const bases: Base[] = []
  const indices = new Map<string, number>()
  for (const profile of profiles) {
    const base = sources.has(profile.name) ? asBase(profile) : undefined
    if (base) indices.set(profile.name, bases.push(base) - 1)
  }
  return {
    bases,
    indexOf: ({ name, sourceProfile }) =>
      sourceProfile === undefined || sourceProfile === name ? undefined : indices.get(sourceProfile),
  }
}

/**
 * Returns a profile as a base account, or undefined if it names no account. `role_name` is the role to sign in with; without
 * an account of its own, the portal role counts. A `role_arn` names a role to switch to, so any role will do. See
 * docs/configuration.md, “Base accounts”.
 */
function asBase(profile: Profile): Base | undefined {
  const { name, accountAlias, partition, color, targetRoleName, targetRegion } = profile
  const signedIn = whereSignedIn(profile)
  return (
    signedIn && {
      name,
      ...signedIn,
      ...(accountAlias !== undefined && { accountAlias }),
      ...(partition !== undefined && { partition }),
      ...(color !== undefined && { color }),
      ...(targetRoleName !== undefined && { targetRoleName }),
      ...(targetRegion !== undefined && { targetRegion }),
    }
  )
}

function whereSignedIn({ account, portal, partition, roleName }: Profile) {
  if (account === undefined) return portal && { account: portal.account, roleName: portal.roleName }
  return { account, ...(partition === undefined && roleName !== undefined && { roleName }) }
}
