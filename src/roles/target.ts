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
  const byName = new Map(profiles.map(profile => [profile.name, profile]))
  const basesInUse = new Set(profiles.map(profile => profile.sourceProfile))

  const targets: Target[] = []
  for (const profile of profiles) {
    const base = baseOf(profile, byName)
    const roleName = profile.roleName ?? base?.profile.targetRoleName
    if (profile.account === undefined || roleName === undefined) continue
    if (isOnlyBase(profile, basesInUse)) continue
    targets.push({ profile, account: profile.account, roleName, base })
  }
  return targets
}

function baseOf({ name, sourceProfile }: Profile, byName: ReadonlyMap<string, Profile>): Base | undefined {
  if (sourceProfile === undefined || sourceProfile === name) return undefined
  const profile = byName.get(sourceProfile)
  return profile && asBase(profile)
}

/**
 * A base account written with `aws_account_id` may name a `role_name`: the one that is signed in with, not one
 * to switch to. Written with `role_arn`, it is a target role as well.
 */
function isOnlyBase(profile: Profile, basesInUse: ReadonlySet<string | undefined>): boolean {
  return (
    profile.sourceProfile === undefined && profile.partition === undefined && basesInUse.has(profile.name)
  )
}
