import type { PackedItem } from '../browser/stored-item'
import { parseTogether, type Together } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { deflate } from '../lib/deflate'
import { listItem } from './list-item'
import { type ParsedList, parsedItem } from './list-items'
import { packRoles } from './pack-roles'
import { maxPlainTargets } from './stored-targets'

/** The combined contents of the user's text and the team's. The errors counted are the user's own. */
type Parsed = Pick<Together, 'profiles' | 'personal'>

/**
 * Returns items for a text and its parsed form, combined with the team's. Write them in one call with `setTogether`: both or
 * neither. `deflated` spares deflating the text again.
 */
export async function packList(text: string, together: Parsed, deflated?: string): Promise<PackedItem[]> {
  return Promise.all([listItem.pack(text, deflated), packParsed(together)])
}

/** Returns the item for the parsed form of the user's text and the team's, to be written with `setTogether`. */
export async function packParsed(together: Parsed): Promise<PackedItem> {
  const parsed = summarize(together)
  const packed = JSON.stringify(packRoles(parsed.targets))
  const targets = packed.length > maxPlainTargets ? await deflate(packed) : packed
  return parsedItem.pack({ ...parsed, targets })
}

/**
 * Re-parses the user's text with new team texts. Returns items to store in the same write, or nothing if the user's text is
 * unreadable, so that neither it nor its parsed form is overwritten.
 */
export async function packParsedAgain(team: readonly string[]): Promise<readonly PackedItem[]> {
  const personal = await listItem.get()
  return personal.kind === 'value' ? [await packParsed(parseTogether(personal.value, team))] : []
}

/** Returns the roles of a parsed list, and its counts. */
export function summarize({ profiles, personal }: Parsed): ParsedList {
  const errors = personal.filter(({ severity }) => severity === 'error').length
  return { targets: targetRoles(profiles), profiles: profiles.length, errors }
}
