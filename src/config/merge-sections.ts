import { type Layer, profilesOf } from './layer'
import type { PortalSessions } from './portals'
import type { Report, Section } from './section'
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
  const merged = new Map<string, Section>()
  for (const [name, section] of above) {
    const other = below.get(name)
    if (!other) merged.set(name, section)
    else if (section.broken || section.profile.account !== undefined)
      merged.set(name, mergeSection(section, other, report))
  }
  for (const [name, section] of below) {
    if (merged.has(name)) continue
    const other = above.get(name)
    merged.set(name, other ? mergeSection(other, section, report) : section)
  }
  return merged
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
    profile: { ...looks(below), ...above.profile, ...(isBoth && { origin: 'both' }) },
    hasAwsKeys: above.hasAwsKeys || below.hasAwsKeys,
    include: above.include ?? below.include,
    includeSpan: above.includeSpan ?? below.includeSpan,
  }
  takeDestination(merged, below)
  if (!above.settledAs && below.profile.aws)
    merged.profile.aws = { ...below.profile.aws, ...above.profile.aws }
  return merged
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
