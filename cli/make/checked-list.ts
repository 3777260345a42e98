import { maxProfiles } from '../../src/config/parse/read-sections'
import { type Config, parseConfig } from '../../src/config/resolve/parse-config'
import { withoutSecrets } from '../../src/config/secrets/without-secrets'
import { CommandError, exitCodes } from '../io'
import { diagnosticSentence, inert } from '../sentences'
import type { MadeSection } from './organization-list'

interface Checked {
  readonly sections: readonly MadeSection[]
  /** What was left out, and why, in sentences. */
  readonly notes: readonly string[]
}

/** Keys that a profile can't do without. */
const essential = /^(?:aws_account_id|role_name|sso_account_id|sso_role_name|sso_session|source_profile)$/

/**
 * Leaves out every value about which the parser has something to say, so that a list never has a warning when it's made. The
 * parser's own words say why.
 * @throws CommandError if there are more profiles than a list can have, or if the parser refuses one of them.
 */
export function checkedList(sections: readonly MadeSection[]): Checked {
  if (sections.length > maxProfiles) {
    throw new CommandError(
      `A list can have ${maxProfiles} profiles, but these files give ${sections.length}. Leave some out, with --principal or --exclude.`,
      exitCodes.failed,
    )
  }
  const notes: string[] = []
  const wrong = new Set<string>()
  const kept = sections.map(section => ({ ...section, pairs: section.pairs }))
  const text = sectionsText(kept)
  const places = placesIn(kept)
  for (const { line, ...diagnostic } of relevant(parseConfig(text, 'team'))) {
    const place = places[line - 1]
    if (!place) continue
    const { header } = kept[place.section] ?? { header: '' }
    const sentence = `${inert(header)}: ${diagnosticSentence(diagnostic)}`
    if (place.key === undefined || essential.test(place.key))
      throw new CommandError(sentence, exitCodes.failed)
    notes.push(sentence)
    wrong.add(`${place.section} ${place.key}`)
  }
  for (const line of withoutSecrets(text).lines) {
    const place = places[line - 1]
    if (place?.key === undefined) continue
    notes.push(
      `${inert(kept[place.section]?.header ?? '')}: ${place.key} looks like an access key, so it’s left out.`,
    )
    wrong.add(`${place.section} ${place.key}`)
  }
  return {
    sections: kept.map((section, index) => ({
      ...section,
      pairs: section.pairs.filter(([key]) => !wrong.has(`${index} ${key}`)),
    })),
    notes,
  }
}

/** Returns the sections as a text, with a blank line between them. */
export function sectionsText(sections: readonly MadeSection[]): string {
  return sections
    .map(({ header, pairs }) => [header, ...pairs.map(([key, value]) => `${key} = ${value}`), ''].join('\n'))
    .join('\n')
}

/** A section without a role is a base account, and an organization’s own portal may be meant. */
function relevant({ diagnostics }: Config): Config['diagnostics'] {
  const fine = ['onlyAccount', 'ownPortalDomain', 'accessKeys']
  return diagnostics.filter(({ kind }) => !fine.includes(kind))
}

interface Place {
  readonly section: number
  readonly key?: string
}

/** Returns what each line of `sectionsText` is. */
function placesIn(sections: readonly MadeSection[]): readonly Place[] {
  return sections.flatMap(({ pairs }, section) => [
    { section },
    ...pairs.map(([key]) => ({ section, key })),
    { section },
  ])
}
