import type { PackedItem } from '../browser/stored-item'
import { parseTogether } from '../config/parse-together'
import { configurationItem } from './configuration'
import { packParsed } from './pack-configuration'

/**
 * What the user's own text and the team's come to, where the team's are about to change: to be written together with
 * them. A text that can't be read is not written over, nor what was parsed of it. Throws what the browser's storage throws.
 */
export async function packParsedAgain(team: readonly string[]): Promise<readonly PackedItem[]> {
  const personal = await configurationItem.get()
  return personal.kind === 'value' ? [await packParsed(parseTogether(personal.value, team))] : []
}
