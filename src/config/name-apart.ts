import { asOneLine, type OneLine } from './one-line'
import type { Profile } from './profile'

/**
 * The profiles with a name each that no other has: of roles that share one, under different base accounts, each gets that of its base account
 * beside it, as in `admin (shop)`. So whatever tells roles apart by their names, as pins, open sessions, links and exports do, tells these apart.
 * A `source_profile` of such a name is that of the first.
 */
export function nameApart(profiles: readonly Profile[]): readonly Profile[] {
  const counts = new Map<string, number>()
  for (const { name } of profiles) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size === profiles.length) return profiles

  const taken = new Set<string>(counts.keys())
  const firsts = new Map<string, OneLine>()
  const apart = profiles.map((profile): Profile => {
    const { name, sourceProfile } = profile
    if (counts.get(name) === 1) return profile
    const own = unique(`${name} (${sourceProfile ?? ''})`, taken)
    if (!firsts.has(name)) firsts.set(name, own)
    return { ...profile, name: own, written: name }
  })
  return apart.map(profile => {
    const source = profile.sourceProfile === undefined ? undefined : firsts.get(profile.sourceProfile)
    return source === undefined ? profile : { ...profile, sourceProfile: source }
  })
}

function unique(name: string, taken: Set<string>): OneLine {
  let one = asOneLine(name)
  for (let number = 2; taken.has(one); number++) one = asOneLine(`${name} ${number}`)
  taken.add(one)
  return one
}
