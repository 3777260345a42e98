import type { PackedItem } from '../browser/stored-item'
import { parseTogether, type Together } from '../config/resolve/parse-together'
import { type TargetRoles, targetRoles } from '../config/resolve/target-roles'
import { deflate } from '../lib/deflate'
import { listItem } from './list-item'
import { type ParsedList, parsedItem } from './list-items'
import { packRoles } from './pack-roles'
import { maxPlainTargets } from './stored-targets'

/** The combined contents of the user's text and the team's. The errors counted are the user's own. */
interface Parsed extends Pick<Together, 'profiles' | 'personal'> {
  /** Spares finding them again. */
  readonly targets?: TargetRoles
}

/**
 * Returns items for a text and its parsed form, combined with the team's. Write them in one call with `setTogether`: both or
 * neither. `deflated` spares deflating the text again.
 */
export async function packList(text: string, together: Parsed, deflated?: string): Promise<PackedItem[]> {
  return Promise.all([listItem.pack(text, deflated), packParsed(together)])
}

const packed = new WeakMap<Parsed, Promise<PackedItem>>()

/**
 * Returns the item for the parsed form of the user's text and the team's, to be written with `setTogether`. Asked again for
 * the same object, it returns the same: the settings prepare what may be saved next.
 */
export function packParsed(together: Parsed): Promise<PackedItem> {
  const item = packed.get(together) ?? packNew(together)
  packed.set(together, item)
  return item
}

async function packNew(together: Parsed): Promise<PackedItem> {
  const parsed = summarize(together)
  const plain = JSON.stringify(packRoles(parsed.targets))
  const targets = plain.length > maxPlainTargets ? await deflate(plain) : plain
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
export function summarize({ profiles, personal, targets = targetRoles(profiles) }: Parsed): ParsedList {
  const errors = personal.filter(({ severity }) => severity === 'error').length
  return { targets, profiles: profiles.length, errors }
}
