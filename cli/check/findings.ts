import type { Diagnostic } from '../../src/config/parse/diagnostic'
import type { Profile } from '../../src/config/parse/profile'
import { maxProfiles } from '../../src/config/parse/read-sections'
import { parseConfig } from '../../src/config/resolve/parse-config'
import { parseTogether } from '../../src/config/resolve/parse-together'
import { checkTeamText, checkTeamTexts, type TeamTextFailure } from '../../src/team/check-team-text'
import type { Source } from '../io'
import { counted, diagnosticSentence } from '../sentences'

/** A message about a list, with its place. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly severity: Diagnostic['severity']
  /** The parser's kind, or `refused` for a list that Rolecall wouldn't take. */
  readonly kind: string
  readonly message: string
  /** The text to put there instead, if it's known. */
  readonly fix?: string
}

export interface CheckedList {
  readonly findings: readonly Finding[]
  readonly profiles: readonly Profile[]
}

/**
 * Checks files that are one list together: what the editor says about each line, and whether Rolecall would take the list
 * from a team's URL. `isOwn`: it's a user's own list.
 */
export function checkList(sources: readonly Source[], isOwn: boolean): CheckedList {
  const texts = sources.map(({ text }) => text)
  const [first = ''] = texts
  const { profiles, diagnostics } = isOwn ? readOwn(first, texts.slice(1)) : readTeam(texts)
  const found = sources.flatMap(({ path }, index) =>
    (diagnostics[index] ?? []).map(one => findingOf(path, one)),
  )
  const reason = isOwn ? undefined : refusal(texts)
  const [main] = sources
  if (!main || !reason) return { findings: found, profiles }
  const place = { path: main.path, line: 1, column: 1, endColumn: 1 }
  return {
    findings: [...found, { ...place, severity: 'error', kind: 'refused', message: refusalSentence(reason) }],
    profiles,
  }
}

interface Reading {
  readonly profiles: readonly Profile[]
  readonly diagnostics: readonly (readonly Diagnostic[])[]
}

function readOwn(own: string, team: readonly string[]): Reading {
  const read = parseTogether(own, team)
  return { profiles: read.profiles, diagnostics: [read.personal, ...read.team] }
}

function readTeam(texts: readonly string[]): Reading {
  const [only = '', ...others] = texts
  if (others.length === 0) {
    const { profiles, diagnostics } = parseConfig(only, 'team')
    return { profiles, diagnostics: [diagnostics] }
  }
  const { profiles, team } = parseTogether('', texts)
  return { profiles, diagnostics: team }
}

function refusal(texts: readonly string[]): TeamTextFailure | undefined {
  const [only = '', ...others] = texts
  if (others.length > 0) return checkTeamTexts(texts)
  const checked = checkTeamText(only)
  return checked.kind === 'refused' ? checked.reason : undefined
}

function refusalSentence(reason: TeamTextFailure): string {
  const start = 'Rolecall wouldn’t use this list, and would keep the last good one'
  switch (reason.kind) {
    case 'no-profile':
      return `${start}, because no profile has an account.`
    case 'mostly-errors':
      return `${start}, because errors leave out ${counted(reason.errors, 'profile')} and only ${reason.profiles} remain.`
    case 'too-many-profiles':
      return `${start}, because it has more than ${maxProfiles} profiles.`
  }
}

function findingOf(
  path: string,
  { line, column, endColumn, severity, kind, values, fix }: Diagnostic,
): Finding {
  const message = diagnosticSentence({ kind, values })
  return { path, line, column, endColumn, severity, kind, message, ...(fix && { fix: fix.text }) }
}
