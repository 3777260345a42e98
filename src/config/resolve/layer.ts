import { lineRanges } from '../../lib/line-ranges'
import { showUnseen } from '../../lib/look-alikes'
import { blankByteOrderMark, withPlainEnds } from '../../lib/text-lines'
import type { Diagnostic } from '../parse/diagnostic'
import { checkPortalRoles, type PortalSessions, resolvePortals } from '../parse/portal-profiles'
import type { Profile } from '../parse/profile'
import { type Findings, readSections, type Sections } from '../parse/read-sections'
import type { Report, Section } from '../parse/section'
import type { TextOrigin } from '../parse/team-settings'
import { withoutSecrets } from '../secrets/without-secrets'
import { checkAccounts, checkRoles } from './check-completeness'
import { checkReaders } from './check-readers'
import { checkSourceProfiles } from './check-source-profiles'
import { resolveIncludes } from './includes'

/** One of the texts that are read together, with its findings. */
export interface Layer extends Sections {
  readonly findings: Findings & { inOrder(): readonly Diagnostic[] }
}

const maxShownLength = 80

/** Reads a single text and checks each line. `index` is the text's among those read together. */
export function readLayer(text: string, origin: TextOrigin, index: number): Layer {
  const clean = withoutSecrets(text)
  const findings = newFindings(lengthsOf(clean.lines, text))
  reportSecrets(clean.lines, text, findings)
  return { ...readSections(withPlainEnds(blankByteOrderMark(clean.text)), origin, index, findings), findings }
}

/** Checks the sections against each other. Returns the profiles of those without errors, in order. */
export function checkSections(
  sections: ReadonlyMap<string, Section>,
  sessions: PortalSessions,
  report: Report,
): readonly Profile[] {
  resolveIncludes(sections, report)
  checkAccounts(sections, report)
  checkRoles(sections, report)
  checkSourceProfiles(sections, report)
  checkReaders(sections, report)
  resolvePortals(sections, sessions, report)
  checkPortalRoles(sections, sessions, report)

  const profiles: Profile[] = []
  const sources = new Set<string>()
  for (const section of sections.values()) {
    const { profile, broken } = section
    if (broken) continue
    profiles.push(profile)
    if (profile.sourceProfile !== undefined) sources.add(profile.sourceProfile)
  }
  for (const { profile, settledAs } of sections.values()) {
    const { account, name } = profile
    // Only if it could otherwise be mistaken for another kind: most profiles are what they look like.
    if (settledAs === 'nothing' || (settledAs === 'portal' ? account !== undefined : sources.has(name))) {
      if (settledAs && settledAs !== 'base') profile.kind = settledAs
    }
  }
  return profiles
}

/** Returns the profiles of some sections, like `checkSections`, without reporting diagnoses. */
export function profilesOf(
  sections: ReadonlyMap<string, Section>,
  sessions: PortalSessions,
): readonly Profile[] {
  return checkSections(sections, sessions, (diagnosis, _place, section) => {
    if (section && diagnosis.severity === 'error') section.broken = true
  })
}

/** Returns the user's lengths of lines that something was removed from. */
function lengthsOf(lines: readonly number[], text: string): ReadonlyMap<number, number> {
  if (lines.length === 0) return new Map()
  const all = withPlainEnds(text).split('\n')
  return new Map(lines.map(line => [line, all[line - 1]?.length ?? 0]))
}

/**
 * Collects findings. A finding in a line that was changed before it was read is underlined in the user's line, without a
 * fix.
 */
function newFindings(changed: ReadonlyMap<number, number>): Layer['findings'] {
  const found: Diagnostic[] = []
  return {
    report(diagnosis, { line, column, endColumn }, section) {
      if (section && diagnosis.severity === 'error') section.broken = true
      const { fix, ...told } = diagnosis
      const length = changed.get(line)
      const most = length === undefined ? Number.POSITIVE_INFINITY : length + 1
      found.push({
        ...told,
        ...(fix && length === undefined && { fix }),
        values: diagnosis.values.map(value => shorten(showUnseen(value))),
        line,
        column: Math.min(column, most),
        endColumn: Math.min(endColumn, most),
      })
    },
    mark: () => found.length,
    forget: mark => {
      found.length = mark
    },
    inOrder: () => found.sort((one, other) => one.line - other.line || one.column - other.column),
  }
}

function shorten(value: string): string {
  return value.length > maxShownLength ? `${value.slice(0, maxShownLength - 1)}…` : value
}

function reportSecrets(lines: readonly number[], text: string, { report }: Findings): void {
  const [line] = lines
  if (line === undefined) return
  const length = withPlainEnds(text).split('\n', line)[line - 1]?.length ?? 0
  const span = { line, column: 1, endColumn: length + 1 }
  report({ severity: 'warning', kind: 'accessKeys', values: [lineRanges(lines)] }, span)
}
