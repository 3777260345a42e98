import { searchKey } from '../../lib/search-key'
import type { Profile } from '../parse/profile'
import type { GroupRules } from '../parse/team-settings'

/**
 * Applies what the team's texts say about groups to the profiles in them, the user's own included. A rule only adds to what
 * a profile asks: none makes a switch easier.
 */
export function guardGroups(profiles: readonly Profile[], rules: readonly GroupRules[]): readonly Profile[] {
  const namesOf = (rule: keyof GroupRules) =>
    new Set(rules.flatMap(groups => groups[rule].map(name => searchKey(name))))
  const [confirm, confirmName, reader] = [namesOf('confirm'), namesOf('confirmName'), namesOf('reader')]
  if (confirm.size + confirmName.size + reader.size === 0) return profiles
  return profiles.map(profile => {
    if (profile.group === undefined) return profile
    const group = searchKey(profile.group)
    const asks = confirmName.has(group) ? 'name' : confirm.has(group) || undefined
    return {
      ...profile,
      ...(asks && profile.confirm !== 'name' && { confirm: asks }),
      ...(reader.has(group) && { readFirst: true }),
    }
  })
}
