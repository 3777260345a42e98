import type { Profile } from '../config/profile'

/** A profile that can be switched to from somewhere. */
export interface Target {
  readonly profile: Profile
  /** 12 digits, or an account alias. */
  readonly account: string
  /** Its own, or the one that its base account says for all: with its path, without a leading slash. */
  readonly roleName: string
  /** Its base account's profile; absent where it has none that names an account: then it is offered everywhere. */
  readonly base: Profile | undefined
}

/** The target roles among the profiles, in file order. Linear in the number of profiles. */
export function targetsOf(profiles: readonly Profile[]): readonly Target[] {
  const byName = new Map(profiles.map(profile => [profile.name, profile]))
  const basesInUse = new Set(profiles.map(profile => profile.sourceProfile))

  const targets: Target[] = []
  for (const profile of profiles) {
    const base = baseOf(profile, byName)
    const roleName = profile.roleName ?? base?.targetRoleName
    if (profile.account === undefined || roleName === undefined) continue
    if (isOnlyBase(profile, basesInUse)) continue
    targets.push({ profile, account: profile.account, roleName, base })
  }
  return targets
}

function baseOf(profile: Profile, byName: ReadonlyMap<string, Profile>): Profile | undefined {
  if (profile.sourceProfile === undefined || profile.sourceProfile === profile.name) return undefined
  const base = byName.get(profile.sourceProfile)
  return base?.account === undefined ? undefined : base
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
