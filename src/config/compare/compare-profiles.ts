import type { Profile } from '../parse/profile'

/** The names of the profiles that differ, in file order. */
export interface Comparison {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** Compares the profiles. Ignores where a profile is in the text, and what a lower-priority list could have made of it. */
export function compareProfiles(before: readonly Profile[], after: readonly Profile[]): Comparison {
  const [old, now] = [byName(before), byName(after)]
  const names = (profiles: readonly Profile[]) => profiles.map(({ name }) => name)
  return {
    added: names(after.filter(({ name }) => !old.has(name))),
    changed: names(after.filter(({ name }) => old.has(name) && old.get(name) !== now.get(name))),
    removed: names(before.filter(({ name }) => !now.has(name))),
  }
}

function byName(profiles: readonly Profile[]): ReadonlyMap<string, string> {
  return new Map(
    profiles.map(({ line: _, kind: _kind, ...profile }) => [
      profile.name,
      JSON.stringify(Object.entries(profile).sort()),
    ]),
  )
}
