import type { Diagnostic } from '../parse/diagnostic'
import type { Profile } from '../parse/profile'
import type { TeamSettings, TextOrigin } from '../parse/team-settings'
import { checkSections, readLayer } from './layer'

export interface Config {
  /** In text order, each name once, without profiles that have an error. */
  readonly profiles: readonly Profile[]
  /** In text order. */
  readonly diagnostics: readonly Diagnostic[]
  readonly settings: TeamSettings
}

/**
 * Parses a list: Rolecall's own, AWS Extend Switch Roles', or a whole `~/.aws/config` or `~/.aws/credentials`.
 * Never throws, whatever the text; linear in its length. The diagnostics, of any `DiagnosticKind`, say what is wrong;
 * neither they nor the profiles contain access keys. `origin` is where the profiles come from. The language is described in
 * docs/configuration.md.
 */
export function parseConfig(text: string, origin: TextOrigin = 'personal'): Config {
  const { sections, settings, portalSessions, findings } = readLayer(text, origin, 0)
  const profiles = checkSections(sections, portalSessions, (diagnosis, place, section) =>
    findings.report(diagnosis, place, section),
  )
  return { profiles, diagnostics: findings.inOrder(), settings }
}
