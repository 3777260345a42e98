import type { PortalSessions } from '../parse/portal-profiles'
import { leads, type Report, type Section } from '../parse/section'
import { type Layer, profilesOf } from './layer'
import { settle, takeDestination } from './settle'

type Sections = ReadonlyMap<string, Section>

/** The merged sections of several texts. */
export interface Merged {
  readonly sections: Sections
  readonly sessions: PortalSessions
}

/**
 * Merges the sections of several texts, highest priority first. The first texts that say where a profile leads decide it:
 * they are read as if there were no others, and the result is settled. Otherwise, if two sections share a name, the former's
 * keys win and the latter's are added. A section is placed where its account is written, so one that only colors another
 * leaves it in place.
 */
export function mergeSections(layers: readonly Layer[], report: Report): Merged {
  const [first, ...others] = layers
  let merged: Merged = {
    sections: first?.sections ?? new Map(),
    sessions: first?.portalSessions ?? new Map(),
  }
  for (const { sections, portalSessions } of others) {
    if (merged.sections.size > 0) settle(merged.sections, merged.sessions, profilesOf)
    merged = {
      sections: mergeTwo(merged.sections, sections, report),
      // The former's take precedence.
      sessions: new Map([...portalSessions, ...merged.sessions]),
    }
  }
  return merged
}

function mergeTwo(above: Sections, below: Sections, report: Report): Sections {
  if (below.size === 0) return above
  if (above.size === 0) return below
  const belows = partners(below)
  const claimed = claims(above, below, belows)
  const placed = new Set<Section>()
  const merged = new Map<string, Section>()
  // A section that is merged with one of another name keeps its own, by which everything else looks it up.
  const add = (section: Section) => merged.set(section.profile.name, section)
  for (const section of above.values()) {
    const others = belows(section)
    const [own] = others.filter(other => claimed.get(other) === section)
    const [shared] = others.filter(({ profile }) => profile.written === undefined)
    if (own && (section.broken || section.profile.account !== undefined)) {
      add(mergeSection(section, own, report))
      placed.add(own)
    } else if (!own) add(shared ? mergeSection(section, shared, report) : section)
  }
  for (const section of below.values()) {
    const claimer = claimed.get(section)
    if (!placed.has(section)) add(claimer ? mergeSection(claimer, section, report) : section)
  }
  return merged
}

/**
 * Returns which section above each one below is merged into: the one of the same name, else the first that it belongs to.
 * Sections above can belong to the same one below; each must stay, so only one of them can take its place.
 */
function claims(
  above: Sections,
  below: Sections,
  belows: (section: Section) => readonly Section[],
): ReadonlyMap<Section, Section> {
  const claimed = new Map<Section, Section>()
  for (const section of above.values()) {
    const namesake = below.get(section.profile.name)
    if (namesake) claimed.set(namesake, section)
  }
  for (const section of above.values()) {
    for (const other of belows(section)) if (!claimed.has(other)) claimed.set(other, section)
  }
  return claimed
}

/**
 * Finds which sections of the text below are the same profile as one above: those of its name. Of roles that share the
 * written name, it is the one of the same base account, or all of them if the section above doesn't say where it leads.
 */
function partners(below: Sections): (section: Section) => readonly Section[] {
  const twins = new Map<string, Section[]>()
  for (const section of below.values()) {
    const { written } = section.profile
    if (written !== undefined) twins.set(written, [...(twins.get(written) ?? []), section])
  }
  return section => {
    const { name, written, sourceProfile } = section.profile
    const one = below.get(name)
    if (one) return [one]
    const isOfSource = (other: Section) => other.profile.sourceProfile === sourceProfile
    if (written !== undefined)
      return [below.get(written)].flatMap(other => (other && isOfSource(other) ? other : []))
    const others = twins.get(name) ?? []
    if (sourceProfile === undefined) return leads(section) ? [] : others
    return others.filter(isOfSource)
  }
}

/**
 * Merges two sections. An error above stays an error: nothing below replaces it. A section with an error below counts as
 * missing.
 */
function mergeSection(above: Section, below: Section, report: Report): Section {
  if (above.broken) return above
  if (!below.broken) return over(above, below)
  if (above.settledAs || above.profile.account !== undefined || above.ssoAccount !== undefined) return above
  // Otherwise the report would ask for an account, which isn't what is wrong.
  report({ severity: 'warning', kind: 'brokenElsewhere', values: [above.profile.name] }, above)
  return below
}

/** Returns the section above, completed with what the one below says. */
function over(above: Section, below: Section): Section {
  const isBoth = above.profile.origin === undefined && below.profile.origin !== undefined
  const merged: Section = {
    ...above,
    profile: {
      ...looks(below),
      ...above.profile,
      ...nameOf(above, below),
      ...(isBoth && { origin: 'both' }),
    },
    hasAwsKeys: above.hasAwsKeys || below.hasAwsKeys,
    include: above.include ?? below.include,
    includeSpan: above.includeSpan ?? below.includeSpan,
  }
  takeDestination(merged, below)
  if (!above.settledAs && below.profile.aws)
    merged.profile.aws = { ...below.profile.aws, ...above.profile.aws }
  return merged
}

/** Returns the distinct name that the one below has if several roles there share the name. */
function nameOf(above: Section, { profile: { name, written } }: Section): Partial<Section['profile']> {
  return written === undefined || leads(above) ? {} : { name, written }
}

/** Returns how a profile is shown and opened, without where it leads. */
function looks({ profile }: Section): Omit<Section['profile'], 'account'> {
  const {
    account: _,
    accountAlias: _alias,
    partition: _partition,
    roleName: _role,
    sourceProfile: _source,
    targetRoleName: _target,
    portal: _portal,
    kind: _kind,
    aws: _aws,
    command: _command,
    ...others
  } = profile
  return others
}
