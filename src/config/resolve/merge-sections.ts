import type { PortalSessions } from '../parse/portals'
import { leads, type Report, type Section } from '../parse/section'
import { type Layer, profilesOf } from './layer'
import { settle, takeDestination } from './settle'

type Sections = ReadonlyMap<string, Section>

/** The sections of several texts as those of one. */
export interface Merged {
  readonly sections: Sections
  readonly sessions: PortalSessions
}

/**
 * The sections of several texts, the one that counts most first, as those of one. Where a profile leads is up to the
 * first texts that say it: they are read as if there were no others, and what comes of that is settled. Otherwise, of two
 * sections of a name the former's keys count, and the latter's beside them. A section stands where its account is
 * written: so one that only colours another leaves it in its place.
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
      // The former's count more.
      sessions: new Map([...portalSessions, ...merged.sessions]),
    }
  }
  return merged
}

function mergeTwo(above: Sections, below: Sections, report: Report): Sections {
  if (below.size === 0) return above
  if (above.size === 0) return below
  const belows = partners(below)
  const merged = new Map<string, Section>()
  const aboves = new Map<Section, Section>()
  for (const [name, section] of above) {
    const others = belows(section)
    for (const other of others) aboves.set(other, section)
    const [other] = others
    if (!other) merged.set(name, section)
    else if (section.broken || section.profile.account !== undefined) {
      merged.set(name, mergeSection(section, other, report))
      aboves.delete(other)
    }
  }
  const taken = new Set([...above.values()].flatMap(section => belows(section)))
  for (const [name, section] of below) {
    const other = aboves.get(section)
    if (other) merged.set(name, mergeSection(other, section, report))
    else if (!taken.has(section)) merged.set(name, section)
  }
  return merged
}

/**
 * Which sections of the text below are the same profile as one above: that of its name. Of roles that share the name as it is written, it is the one of
 * the same base account, or each if the one above says nothing of where it leads.
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

/** An error above stays one: nothing below takes its place. What an error below leaves out isn't there. */
function mergeSection(above: Section, below: Section, report: Report): Section {
  if (above.broken) return above
  if (!below.broken) return over(above, below)
  if (above.settledAs || above.profile.account !== undefined || above.ssoAccount !== undefined) return above
  // By itself it would be told to name an account, which isn't what is wrong.
  report({ severity: 'warning', kind: 'brokenElsewhere', values: [above.profile.name] }, above)
  return below
}

/** The section above, and what the one below says that it leaves open. */
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

/** Of several roles below that share the name, the one above is as it is told apart there. */
function nameOf(above: Section, { profile: { name, written } }: Section): Partial<Section['profile']> {
  return written === undefined || leads(above) ? {} : { name, written }
}

/** What a profile says of how it is shown and opened, without where it leads. */
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
