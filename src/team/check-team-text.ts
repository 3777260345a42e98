import type { Diagnostic, DiagnosticKind } from '../config/parse/diagnostic'
import type { Profile } from '../config/parse/profile'
import { maxProfiles } from '../config/parse/read-sections'
import { type Config, parseConfig } from '../config/resolve/parse-config'
import { parseTogether } from '../config/resolve/parse-together'
import { withoutSecrets } from '../config/secrets/without-secrets'

export type CheckedTeamText =
  | {
      readonly kind: 'config'
      /** The text without access keys, as it may be stored. */
      readonly text: string
      readonly config: Config
    }
  | { readonly kind: 'refused'; readonly reason: TeamTextFailure }

/** Why a text isn't a team list. */
export type TeamTextFailure =
  /** No profile in it names an account: it is another kind of text, or it would empty the menu. */
  | { readonly kind: 'no-profile' }
  /** Errors leave out more profiles than remain. */
  | { readonly kind: 'mostly-errors'; readonly profiles: number; readonly errors: number }
  /** It has more profiles than the menu is made for. */
  | { readonly kind: 'too-many-profiles'; readonly most: number }

const tooMany: TeamTextFailure = { kind: 'too-many-profiles', most: maxProfiles }

/** Diagnostics that another file of the same list may fix. */
const dependent: readonly DiagnosticKind[] = [
  'missingAccount',
  'noRole',
  'portalWithoutRole',
  'portalWithoutAccount',
  'roleNameInPortal',
]

/**
 * Checks that a text is a team list. `part`: another file includes it, so it may lack accounts, as a file of
 * shared colors does; the same goes for a file that itself includes others. `checkTeamTexts` then checks all of them
 * together. `alone`: its includes aren't read.
 */
export function checkTeamText(text: string, kind: 'whole' | 'part' | 'alone' = 'whole'): CheckedTeamText {
  const clean = withoutSecrets(text).text
  const config = parseConfig(clean, 'team')
  const { profiles, diagnostics, settings } = config
  const isAlone = kind === 'alone' || (kind === 'whole' && settings.includes.length === 0)
  const errors = diagnostics.filter(isError)
  const certain = errors.filter(({ kind }) => isAlone || !dependent.includes(kind)).length
  const possible = profiles.length + errors.length - certain
  const isEnough = isAlone ? profiles.some(namesAccount) : possible > 0 || settings.includes.length > 0
  const isTooMany = diagnostics.some(({ kind }) => kind === 'tooManyProfiles')
  const reason = isTooMany ? tooMany : shortfall(isEnough, possible, certain)
  return reason ? { kind: 'refused', reason } : { kind: 'config', text: clean, config }
}

/** Returns why files that are each valid are not a team list together; undefined if they are. */
export function checkTeamTexts(texts: readonly string[]): TeamTextFailure | undefined {
  const { profiles, team } = parseTogether('', texts)
  if (profiles.length > maxProfiles) return tooMany
  return shortfall(profiles.some(namesAccount), profiles.length, team.flat().filter(isError).length)
}

/** Returns why too little of a text is left without its errors; undefined if it's enough. */
function shortfall(isEnough: boolean, profiles: number, errors: number): TeamTextFailure | undefined {
  if (errors > profiles) return { kind: 'mostly-errors', profiles, errors }
  return isEnough ? undefined : { kind: 'no-profile' }
}

/** Whether it leaves a profile out. */
function isError({ severity, kind }: Diagnostic): boolean {
  return severity === 'error' && kind !== 'duplicateKey'
}

/** Whether a profile is a target role, or a base or portal account. */
function namesAccount({ account, portal }: Profile): boolean {
  return account !== undefined || portal !== undefined
}
