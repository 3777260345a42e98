import * as lookAlikes from '../../lib/look-alikes'
import { type KeyRow, keyRows } from './key-rows'
import { settingRows } from './team-settings'

/** What the values of the keys may contain. Values of other keys aren't Rolecall's, and stay as they are. */
export const valueKinds: Readonly<Record<string, lookAlikes.ValueKind>> = {
  ...kindsOf(keyRows),
  ...kindsOf(settingRows),
  // Kept for the export, where only an id or an ARN is valid.
  mfa_serial: 'strict',
}

/** Returns a line of a list as it was meant, or undefined if that is how it is written. */
export function meantLine(line: string): lookAlikes.Meant | undefined {
  return lookAlikes.meantLine(line, valueKinds)
}

/** Returns what a person means by the text as the key's value in a form; without a key, as a name. */
export function meantValue(key: string, text: string): string {
  return lookAlikes.meantValue((Object.hasOwn(valueKinds, key) && valueKinds[key]) || 'name', text)
}

function kindsOf(
  rows: Readonly<Record<string, Pick<KeyRow, 'holds'>>>,
): Readonly<Record<string, lookAlikes.ValueKind>> {
  return Object.fromEntries(Object.entries(rows).map(([name, { holds }]) => [name, holds]))
}
