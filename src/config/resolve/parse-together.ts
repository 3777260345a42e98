import type { Diagnostic } from '../parse/diagnostic'
import type { Profile } from '../parse/profile'
import type { Report } from '../parse/section'
import { guardGroups } from './guard-groups'
import { checkSections, readLayer } from './layer'
import { mergeSections } from './merge-sections'

/** A personal and a team list, parsed together. */
export interface Together {
  /** The profiles of both, each name once, the personal ones first, without profiles that have an error. */
  readonly profiles: readonly Profile[]
  /** Diagnostics of the personal text, in its order. */
  readonly personal: readonly Diagnostic[]
  /** Diagnostics of each of the team's texts, in its order. */
  readonly team: readonly (readonly Diagnostic[])[]
}

/**
 * Parses a personal text together with the team's, each like `parseConfig`. Key by key, the personal text takes precedence
 * over the team's, and earlier team texts over later ones. A text never changes where a profile leads if earlier texts name
 * an account and a role for it. Profiles may refer to those of any text in `source_profile` and `include_profile`.
 */
export function parseTogether(personal: string, team: readonly string[]): Together {
  const own = readLayer(personal, 'personal', 0)
  const others = team.map((text, index) => readLayer(text, 'team', index + 1))
  const layers = [own, ...others]
  const report: Report = (diagnosis, place, section) =>
    layers[place.text]?.findings.report(diagnosis, place, section)

  const { sections, sessions } = mergeSections(layers, report)
  const rules = others.flatMap(({ settings }) => settings.groups ?? [])
  const profiles = guardGroups(checkSections(sections, sessions, report), rules)
  return {
    profiles,
    personal: own.findings.inOrder(),
    team: others.map(({ findings }) => findings.inOrder()),
  }
}
