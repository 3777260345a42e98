import type { Diagnostic } from '../parse/diagnostic'
import type { Profile } from '../parse/profile'
import type { Report } from '../parse/section'
import { checkSections, readLayer } from './layer'
import { mergeSections } from './merge-sections'

/** A personal and a team's configuration side by side. */
export interface Together {
  /** Those of both, each name once, the personal ones first. Profiles with an error are left out. */
  readonly profiles: readonly Profile[]
  /** Of the personal text, in its order. */
  readonly personal: readonly Diagnostic[]
  /** Of each of the team's texts, in its order. */
  readonly team: readonly (readonly Diagnostic[])[]
}

/**
 * Reads a personal text and the team's beside it, as `parseConfig` reads one. What the personal text says of a profile
 * counts more than what the team's say of it, key by key, and of the team's the former more than the latter: a text never
 * changes where a profile leads that the texts before it name an account and a role for. Profiles may name those of any
 * text, as `source_profile` and `include_profile`.
 */
export function parseTogether(personal: string, team: readonly string[]): Together {
  const own = readLayer(personal, 'personal', 0)
  const others = team.map((text, index) => readLayer(text, 'team', index + 1))
  const layers = [own, ...others]
  const report: Report = (problem, place, section) =>
    layers[place.text]?.findings.report(problem, place, section)

  const { sections, sessions } = mergeSections(layers, report)
  const profiles = checkSections(sections, sessions, report)
  return {
    profiles,
    personal: own.findings.inOrder(),
    team: others.map(({ findings }) => findings.inOrder()),
  }
}
