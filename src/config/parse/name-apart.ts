import { asOneLine, type OneLine } from '../../lib/one-line'
import type { Problem } from './diagnostic'
import type { Report, Section } from './section'

/** By what the second and each further role of a name is kept while its text is read, beside the first one's name alone. */
export function twinKey({ profile }: Section): string {
  // No name has a line break.
  return `${profile.name}\n${profile.sourceProfile ?? ''}`
}

/**
 * The sections of a text by names that no other of it has: of roles that share one, under different base accounts, each gets that of its base
 * account beside it, as in `admin (shop)`. So whatever tells roles apart by their names, as pins, open sessions, links and exports do, tells these apart, and no
 * other list changes how they are named. A section that refers to such a name means the first, with a warning.
 */
export function nameApart(
  sections: ReadonlyMap<string, Section>,
  report: Report,
): ReadonlyMap<string, Section> {
  const shared = new Set<string>()
  for (const [key, { profile }] of sections) if (key !== profile.name) shared.add(profile.name)
  if (shared.size === 0) return sections

  const apart = new Map<string, Section>()
  const firsts = new Map<string, Section>()
  for (const section of sections.values()) {
    const { profile } = section
    const { name, sourceProfile } = profile
    if (shared.has(name)) {
      profile.written = name
      profile.name = unique(`${name} (${sourceProfile ?? ''})`, name => sections.has(name) || apart.has(name))
      if (!firsts.has(name)) firsts.set(name, section)
    }
    apart.set(profile.name, section)
  }
  for (const section of apart.values()) {
    const { profile, sourceSpan, include, includeSpan } = section
    const source = profile.sourceProfile === undefined ? undefined : firsts.get(profile.sourceProfile)
    const included = include === undefined ? undefined : firsts.get(include)
    if (source && sourceSpan) report(severalOfName(source), sourceSpan)
    if (included && includeSpan) report(severalOfName(included), includeSpan)
    if (source) profile.sourceProfile = source.profile.name
    if (included) section.include = included.profile.name
  }
  return apart
}

/** What is said where a name of several roles is referred to. */
function severalOfName({ profile, line }: Section): Problem {
  const values = [profile.written ?? profile.name, String(line)]
  return { severity: 'warning', kind: 'severalOfName', values }
}

function unique(name: string, isTaken: (name: string) => boolean): OneLine {
  let one = asOneLine(name)
  for (let number = 2; isTaken(one); number++) one = asOneLine(`${name} ${number}`)
  return one
}
