import { regions } from '../../aws/regions'
import { asOneLine, type Line } from '../../lib/one-line'
import { keys } from '../parse/keys'
import type { Profile } from '../parse/profile'
import { type Range, readLine } from '../parse/read-line'
import { type SettingRow, settingRows } from '../parse/team-settings'
import { encode } from '../parse/value'

/** The possible completions at a position in a line. */
export interface Completions {
  /** The range they replace. */
  readonly range: Range
  /** Best first, each as it is to be written. */
  readonly texts: readonly Line[]
  /** What is completed. A key is followed by its `=`. */
  readonly kind: 'key' | 'value'
}

/** The lines above a line in its section. */
export interface Above {
  readonly keys: ReadonlySet<string>
  /** Whether the section is `[rolecall]`, for a team's settings. */
  readonly isSettings: boolean
}

/** Known values in a list. */
export interface Known {
  readonly profiles: readonly string[]
  readonly groups: readonly string[]
  readonly roleNames: readonly string[]
}

/** Collects the values that a later profile may reuse, each once, in file order. */
export function knownValues(profiles: readonly Profile[]): Known {
  const distinct = (values: readonly (string | undefined)[]) => [
    ...new Set(values.filter(value => value !== undefined)),
  ]
  return {
    profiles: profiles.map(({ name }) => name),
    groups: distinct(profiles.map(({ group }) => group)),
    roleNames: distinct(profiles.flatMap(({ roleName, targetRoleName }) => [roleName, targetRoleName])),
  }
}

/**
 * Returns the completions at `column`, from 0, of a line: keys for this kind of section that it doesn't have yet, and after
 * the `=` the profiles, groups, role names and regions that fit the key. Undefined if there are none.
 */
export function completionsAt(
  text: string,
  column: number,
  above: Above,
  known: Known,
): Completions | undefined {
  const line = readLine(text)
  if (line.kind === 'pair' && column > line.equals) {
    const { key, valueRange, comment } = line
    if (comment !== undefined && column > comment) return undefined
    const texts = (above.isSettings ? valuesOfSetting(key, known) : valuesOf(key, known)).map(encode)
    const from = Math.min(column, valueRange.from)
    return texts.length === 0 ? undefined : { range: { from, to: valueRange.to }, texts, kind: 'value' }
  }
  if (line.kind !== 'pair' && line.kind !== 'other') return undefined
  const from = line.kind === 'pair' ? line.keyRange.from : text.length - text.trimStart().length
  const to = line.kind === 'pair' ? line.keyRange.to : text.trimEnd().length
  if (column < from || column > to) return undefined
  const texts = possibleKeys(above, text.slice(from, to))
  return { range: { from, to }, texts, kind: 'key' }
}

/** Returns the keys that the section may still have. `written` is the current one. */
function possibleKeys({ isSettings, keys: given }: Above, written: string): readonly Line[] {
  const isFree = (key: string) => !given.has(key) || key === written
  if (!isSettings) {
    const ours = [...keys.values()].filter(({ name, isForeign }) => !isForeign && isFree(name))
    return ours.map(({ name }) => asOneLine(name))
  }
  return Object.entries<SettingRow>(settingRows)
    .filter(([name, { several }]) => several || isFree(name))
    .map(([name]) => asOneLine(name))
}

function valuesOfSetting(key: string, { groups }: Known): readonly string[] {
  const row = Object.entries<SettingRow>(settingRows).find(([name]) => name === key)?.[1]
  return row?.names === 'group' ? groups : []
}

function valuesOf(key: string, { profiles, groups, roleNames }: Known): readonly string[] {
  const { names, values = [] } = keys.get(key) ?? {}
  return names ? { profile: profiles, group: groups, role: roleNames, region: regions }[names] : values
}
