import { asOneLine, type OneLine } from '../../lib/one-line'
import type { Diagnosis } from './diagnostic'
import type { Report, Section } from './section'

/**
 * Returns the key for the second and further roles of a name while their text is read. The first one's key is just the name.
 */
export function twinKey({ profile }: Section): string {
  // Names contain no line breaks.
  return `${profile.name}\n${profile.sourceProfile ?? ''}`
}

/**
 * Gives each section a distinct name within its text. Roles that share a name, under different base accounts, get their base
 * account's name added, as in `admin (shop)`. Pins, open sessions, links and exports identify roles by name, so they can
 * tell these apart, and no other list changes the names. A section that refers to a shared name means the first, with a
 * warning.
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
    const { profile, sourceSpan, include, includeSpan, readerSpan } = section
    const source = profile.sourceProfile === undefined ? undefined : firsts.get(profile.sourceProfile)
    const included = include === undefined ? undefined : firsts.get(include)
    const reader = profile.reader === undefined ? undefined : firsts.get(profile.reader)
    if (source && sourceSpan) report(severalOfName(source), sourceSpan)
    if (included && includeSpan) report(severalOfName(included), includeSpan)
    if (reader && readerSpan) report(severalOfName(reader), readerSpan)
    if (source) profile.sourceProfile = source.profile.name
    if (included) section.include = included.profile.name
    if (reader) profile.reader = reader.profile.name
  }
  return apart
}

/** Creates the warning for a reference to a name that several roles have. */
function severalOfName({ profile, line }: Section): Diagnosis {
  const values = [profile.written ?? profile.name, String(line)]
  return { severity: 'warning', kind: 'severalOfName', values }
}

function unique(name: string, isTaken: (name: string) => boolean): OneLine {
  let one = asOneLine(name)
  for (let number = 2; isTaken(one); number++) one = asOneLine(`${name} ${number}`)
  return one
}
