import type { Diagnostic } from '../parse/diagnostic'
import type { Profile } from '../parse/profile'
import type { TeamSettings, TextOrigin } from '../parse/team-settings'
import { checkSections, readLayer } from './layer'

export interface Config {
  /** In the order of the text, each name once. Profiles with an error are left out. */
  readonly profiles: readonly Profile[]
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
  readonly settings: TeamSettings
}

/**
 * Reads a configuration: our own, AWS Extend Switch Roles', or a whole `~/.aws/config` or
 * `~/.aws/credentials`. Never throws, whatever the text; takes time in proportion to its length.
 * What is wrong is in the diagnostics, of any `DiagnosticKind`; access keys are in neither.
 * `origin` says whose the profiles are. The language is described in docs/configuration.md.
 */
export function parseConfig(text: string, origin: TextOrigin = 'personal'): Config {
  const { sections, settings, portalSessions, findings } = readLayer(text, origin, 0)
  const profiles = checkSections(sections, portalSessions, (problem, place, section) =>
    findings.report(problem, place, section),
  )
  return { profiles, diagnostics: findings.inOrder(), settings }
}
