import type { Profile } from '../config/profile'
import { asBase, type Base } from './base'

/** A profile that can be switched to from somewhere. */
export interface Target {
  readonly profile: Profile
  /** 12 digits, or an account alias. */
  readonly account: string
  /** Its own, or the one that its base account says for all: with its path, without a leading slash. */
  readonly roleName: string
  /** Its base account; undefined where it has none that names an account: then it is offered everywhere. */
  readonly base: Base | undefined
}

/** The target roles among the profiles, in file order. Linear in the number of profiles. */
export function targetsOf(profiles: readonly Profile[]): readonly Target[] {
  const sources = new Set(profiles.map(profile => profile.sourceProfile))
  const bases = basesNamed(sources, profiles)

  const targets: Target[] = []
  for (const profile of profiles) {
    const { name, account, sourceProfile } = profile
    const base = sourceProfile === undefined || sourceProfile === name ? undefined : bases.get(sourceProfile)
    const roleName = profile.roleName ?? base?.profile.targetRoleName
    if (account === undefined || roleName === undefined || isOnlyBase(profile, sources)) continue
    targets.push({ profile, account, roleName, base })
  }
  return targets
}

/** Of ten thousand profiles a few are bases: only these are worth an object and a place in a map. */
function basesNamed(
  sources: ReadonlySet<string | undefined>,
  profiles: readonly Profile[],
): ReadonlyMap<string, Base> {
  const bases = new Map<string, Base>()
  for (const profile of profiles) {
    const base = sources.has(profile.name) ? asBase(profile) : undefined
    if (base) bases.set(profile.name, base)
  }
  return bases
}

/**
 * A base account written with `aws_account_id` may name a `role_name`: the one that is signed in with, not one
 * to switch to. Written with `role_arn`, it is a target role as well.
 */
function isOnlyBase(profile: Profile, sources: ReadonlySet<string | undefined>): boolean {
  return profile.sourceProfile === undefined && profile.partition === undefined && sources.has(profile.name)
}
