import type { Report, Section } from './section'

type Sections = ReadonlyMap<string, Section>

/**
 * The sections of several texts, the one that counts most first, as those of one: of two sections of a name the
 * former's keys count, and the latter's beside them. A section stands where its account is written: so one that only
 * colours another leaves it in its place.
 */
export function mergeSections(texts: readonly Sections[], report: Report): Sections {
  return texts.reduceRight<Sections>((below, above) => mergeTwo(above, below, report), new Map())
}

function mergeTwo(above: Sections, below: Sections, report: Report): Sections {
  if (below.size === 0) return above
  const merged = new Map<string, Section>()
  for (const [name, section] of above) {
    const other = below.get(name)
    if (!other) merged.set(name, section)
    else if (section.profile.account !== undefined) merged.set(name, mergeSection(section, other, report))
  }
  for (const [name, section] of below) {
    if (merged.has(name)) continue
    const other = above.get(name)
    merged.set(name, other ? mergeSection(other, section, report) : section)
  }
  return merged
}

/** What an error leaves out isn't there: the other section stands as it is. */
function mergeSection(above: Section, below: Section, report: Report): Section {
  if (above.broken) return below
  if (!below.broken) return over(above, below)
  if (above.profile.account !== undefined || above.ssoAccount !== undefined) return above
  // By itself it would be told to name an account, which isn't what is wrong.
  report({ severity: 'warning', kind: 'brokenElsewhere', values: [above.profile.name] }, above)
  return below
}

function over(above: Section, below: Section): Section {
  const { text, line, column, endColumn } = above
  const { partition, accountAlias, ...others } = below.profile
  const { account } = above.profile
  // Partition and alias are the account's: another account's would be wrong.
  const profile = account === undefined || account === others.account ? below.profile : others
  const isBoth = above.profile.origin === undefined && below.profile.origin !== undefined
  return {
    text,
    line,
    column,
    endColumn,
    profile: { ...profile, ...above.profile, ...(isBoth && { origin: 'both' }) },
    broken: false,
    hasAwsKeys: above.hasAwsKeys || below.hasAwsKeys,
    sourceSpan: above.sourceSpan ?? below.sourceSpan,
    include: above.include ?? below.include,
    includeSpan: above.includeSpan ?? below.includeSpan,
    ssoAccount: above.ssoAccount ?? below.ssoAccount,
    ssoRoleName: above.ssoRoleName ?? below.ssoRoleName,
    ssoStartUrl: above.ssoStartUrl ?? below.ssoStartUrl,
    ssoSession: above.ssoSession ?? below.ssoSession,
    sessionSpan: above.sessionSpan ?? below.sessionSpan,
  }
}
