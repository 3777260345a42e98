import type { PackedItem } from '../browser/stored-item'
import { parseTogether, type Together } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { deflate } from '../lib/deflate'
import { configurationItem, type ParsedConfiguration, parsedItem } from './list-items'
import { packRoles } from './pack-roles'

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

/**
 * What the user's own text and the team's come to, where the team's are about to change: to be written together with
 * them. A text that can't be read is not written over, nor what was parsed of it. Throws what the browser's storage throws.
 */
export async function packParsedAgain(team: readonly string[]): Promise<readonly PackedItem[]> {
  const personal = await configurationItem.get()
  return personal.kind === 'value' ? [await packParsed(parseTogether(personal.value, team))] : []
}

/** The roles of a parsed list, and how much it has. */
export function summarize({ profiles, personal }: Parsed): ParsedConfiguration {
  const errors = personal.filter(({ severity }) => severity === 'error').length
  return { targets: targetRoles(profiles), profiles: profiles.length, errors }
}
