import type { Managed } from '../browser/storage-areas'
import { type ItemsRead, storedItem, valueIn } from '../browser/stored-item'
import { isRecord } from '../lib/is-record'
import { type Policy, policyOf } from './policy'
import { type SettingRow, settingRows } from './setting-rows'

type Rows = typeof settingRows

/** The value of each setting; see its row. */
export type Settings = {
  readonly [Name in keyof Rows]: Rows[Name] extends { readonly values: readonly (infer Value)[] }
    ? Value
    : readonly string[]
}

export type SettingName = keyof Settings

/** Height of the menu's rows. */
export type Density = Settings['density']

const rows = Object.entries<SettingRow>(settingRows)

export const defaultSettings = Object.fromEntries(
  rows.map(([name, row]) => [name, row.default]),
) as unknown as Settings

export const settingNames = Object.keys(defaultSettings) as readonly SettingName[]

/** The settings that somebody, the user or an administrator, has chosen. The others have their defaults. */
export type ChosenSettings = Partial<Settings>

/** What the user has chosen. A malformed setting counts as not chosen; the others keep their values. */
export const settingsItem = storedItem<ChosenSettings>({
  key: 'settings',
  area: 'local',
  version: 3,
  default: {},
  check: stored => (isRecord(stored) ? knownSettings(stored) : undefined),
  migrations: {
    // The first version stored all values: those that weren't the default then were chosen.
    1: stored => (isRecord(stored) ? withoutDefaults(stored) : undefined),
    2: stored => (isRecord(stored) ? withPreset(stored) : undefined),
  },
})

/** The menu's copy of the administrator's settings: Chromium takes seconds to return the original right after it starts. */
export const policyItem = storedItem<Managed>({
  key: 'policy',
  area: 'local',
  version: 1,
  default: {},
  check: stored => (isRecord(stored) ? stored : undefined),
})

/** Returns the valid settings among stored or administrator-set values. */
export function knownSettings(given: Readonly<Record<string, unknown>>): ChosenSettings {
  const known = rows.map(([name, { values }]) => {
    const stored = given[name]
    return [
      name,
      values ? values.find(value => isSame(value, stored)) : areNames(stored) ? stored : undefined,
    ]
  })
  return Object.fromEntries(known.filter(([, value]) => value !== undefined))
}

/** Whether it is a list of strings. */
export function areNames(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every(name => typeof name === 'string')
}

/** Returns the administrator's settings, locked or as defaults. */
export function settingsPolicy(managed: Managed): Policy<Settings> {
  return policyOf(knownSettings(managed), managed)
}

/** Returns the effective settings: locked values first, then the user's choices, then an administrator's defaults. */
export function settingsInForce(chosen: ChosenSettings, managed: Managed): Settings {
  const { locked, defaults } = settingsPolicy(managed)
  return { ...defaultSettings, ...defaults, ...chosen, ...locked }
}

/** Returns the effective settings, from `read` if given, fast enough for the menu. Skips what it can't read. */
export async function readSettings(read?: ItemsRead): Promise<Settings> {
  const [chosen, policy] = await Promise.all([settingsItem.get(read), policyItem.get(read)])
  return settingsInForce(valueIn(chosen) ?? {}, valueIn(policy) ?? {})
}

/** Converts 1 and 0 to true and false: Firefox takes policies from Windows' registry as they are. */
function isSame(value: unknown, given: unknown): boolean {
  return value === given || (typeof value === 'boolean' && Number(value) === given)
}

function withoutDefaults(stored: StoredObject): object {
  const defaults: StoredObject = { ...defaultSettings, order: 'file' }
  return Object.fromEntries(Object.entries(stored).filter(([name, value]) => value !== defaults[name]))
}

/** The second version had a setting for tabs, title and icon, and one for pages. What isn't a value isn't chosen. */
function withPreset(stored: StoredObject): object {
  return {
    ...stored,
    marks: stored.markPages ? 'clear' : stored.markTabs && 'subtle',
    nameInTitle: stored.markTabs,
  }
}

type StoredObject = Readonly<Record<string, unknown>>
