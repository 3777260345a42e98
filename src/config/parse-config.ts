import { checkAccounts, checkRoles } from './completeness'
import type { Diagnostic } from './diagnostic'
import { resolveIncludes } from './includes'
import { lineRanges } from './line-ranges'
import type { Profile } from './profile'
import { type Findings, readSections } from './read-sections'
import type { Section } from './section'
import { checkSources } from './sources'
import type { TeamSettings, TextOrigin } from './team-settings'
import { withoutSecrets } from './without-secrets'

export interface Config {
  /** In the order of the text, each name once. Profiles with an error are left out. */
  readonly profiles: readonly Profile[]
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
  readonly settings: TeamSettings
}

const longestValue = 80

/**
 * Reads a configuration: our own, AWS Extend Switch Roles', or a whole `~/.aws/config` or
 * `~/.aws/credentials`. Never throws, whatever the text; takes time in proportion to its length.
 * What is wrong is in the diagnostics, of any `DiagnosticKind`; access keys are in neither.
 * The language is described in docs/configuration.md.
 */
export function parseConfig(text: string, origin: TextOrigin = 'personal'): Config {
  const clean = withoutSecrets(text)
  const findings = newFindings()
  reportSecrets(clean.lines, text, findings)

  const { sections, settings } = readSections(normalize(clean.text), origin, findings)
  resolveIncludes(sections, findings.report)
  checkAccounts(sections, findings.report)
  checkRoles(sections, findings.report)
  checkSources(sections, findings.report)

  const profiles: Profile[] = []
  for (const section of sections.values()) if (!section.broken) profiles.push(finish(section))
  return { profiles, diagnostics: findings.inOrder(), settings }
}

/** One line end for all, and a space for a byte order mark, so that each line and column stays where it was. */
function normalize(text: string): string {
  const marked = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked
}

function finish({ profile, ssoAccount: account, ssoRoleName: roleName }: Section): Profile {
  if (account !== undefined && roleName !== undefined) profile.portal = { account, roleName }
  return profile
}

function newFindings(): Findings & { inOrder(): readonly Diagnostic[] } {
  const found: Diagnostic[] = []
  return {
    report(problem, { line, column, endColumn }, section) {
      if (section && problem.severity === 'error') section.broken = true
      found.push({ ...problem, values: problem.values.map(shorten), line, column, endColumn })
    },
    mark: () => found.length,
    forget: mark => {
      found.length = mark
    },
    inOrder: () => found.sort((one, other) => one.line - other.line || one.column - other.column),
  }
}

function shorten(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value
}

function reportSecrets(lines: readonly number[], text: string, { report }: Findings): void {
  const [line] = lines
  if (line === undefined) return
  const length = text.split(/\r\n?|\n/, line)[line - 1]?.length ?? 0
  const span = { line, column: 1, endColumn: length + 1 }
  report({ severity: 'warning', kind: 'accessKeys', values: [lineRanges(lines)] }, span)
}
