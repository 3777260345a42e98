import * as lookAlikes from '../../lib/look-alikes'
import { type KeyRow, keyRows } from './key-rows'
import { settingRows } from './team-settings'

/** What the values of the keys may hold. Those of other keys are nobody's here, and stay as they are. */
export const valueKinds: Readonly<Record<string, lookAlikes.ValueKind>> = {
  ...kindsOf(keyRows),
  ...kindsOf(settingRows),
  // Kept for the export, where an id or an ARN alone is valid.
  mfa_serial: 'strict',
}

/** A line of a list as it was meant, or undefined if it is meant as it stands. */
export function meantLine(line: string): lookAlikes.Meant | undefined {
  return lookAlikes.meantLine(line, valueKinds)
}

/** What a person means who writes the text as the value of the key, in a form; without a key, as a name. */
export function meantValue(key: string, text: string): string {
  return lookAlikes.meantValue((Object.hasOwn(valueKinds, key) && valueKinds[key]) || 'name', text)
}

function kindsOf(
  rows: Readonly<Record<string, Pick<KeyRow, 'holds'>>>,
): Readonly<Record<string, lookAlikes.ValueKind>> {
  return Object.fromEntries(Object.entries(rows).map(([name, { holds }]) => [name, holds]))
}
