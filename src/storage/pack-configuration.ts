import type { PackedItem, Reading } from '../browser/stored-item'
import { parseTogether, type Together } from '../config/parse-together'
import { targetRoles } from '../roles/target-roles'
import { configurationItem, type ParsedConfiguration, parsedItem } from './configuration'
import { deflate } from './deflate'
import { packRoles } from './pack-roles'
import { readTeamTexts } from './team-files'

/** What the user's text and the team's say together. The errors that count are the user's own. */
type Parsed = Pick<Together, 'profiles' | 'personal'>

/** A text and what was parsed of it and the team's beside it, to be written in one call with `setTogether`: both or neither. */
export async function packConfiguration(text: string, together: Parsed): Promise<PackedItem[]> {
  return [configurationItem.pack(text), await packParsed(together)]
}

/** What was parsed of the user's text and the team's, to be written with `setTogether`. */
export async function packParsed(together: Parsed): Promise<PackedItem> {
  const parsed = summarize(together)
  const targets = await deflate(JSON.stringify(packRoles(parsed.targets)))
  return parsedItem.pack({ ...parsed, targets })
}

/** The text in force and the team's, parsed now. Throws what the browser's storage throws. */
export async function parseText(): Promise<Reading<ParsedConfiguration>> {
  const text = await configurationItem.get()
  if (text.kind !== 'value') return text
  return { kind: 'value', value: summarize(parseTogether(text.value, await readTeamTexts())) }
}

function summarize({ profiles, personal }: Parsed): ParsedConfiguration {
  const errors = personal.filter(({ severity }) => severity === 'error').length
  return { targets: targetRoles(profiles), profiles: profiles.length, errors }
}
