import type { Managed } from '../browser/managed'
import { storedItem, valueIn } from '../browser/stored-item'
import { type Policy, policyOf } from './policy'
import { type SettingRow, settingRows } from './setting-rows'

type Rows = typeof settingRows

/** What each setting is: see its row. */
export type Settings = {
  readonly [Name in keyof Rows]: Rows[Name] extends { readonly values: readonly (infer Value)[] }
    ? Value
    : readonly string[]
}

export type SettingName = keyof Settings

/** How high the menu's rows are. */
export type Density = Settings['density']

const rows = Object.entries<SettingRow>(settingRows)

export const defaultSettings = Object.fromEntries(
  rows.map(([name, row]) => [name, row.default]),
) as unknown as Settings

/** Whether a script has to run in the console's pages: it marks them, or has their tabs grouped. */
export function wantsMarks({ markTabs, markPages, groupTabs }: Settings): boolean {
  return markTabs || markPages || groupTabs
}

/** The names of all settings. */
export const settingNames = Object.keys(defaultSettings) as readonly SettingName[]

/** The settings that somebody has chosen, the user or an administrator. The others have their defaults. */
export type ChosenSettings = Partial<Settings>

/** What the user has chosen. A setting that is malformed counts as not chosen; the others keep their values. */
export const settingsItem = storedItem<ChosenSettings>({
  key: 'settings',
  area: 'local',
  version: 2,
  default: {},
  check: stored => (isObject(stored) ? knownSettings(stored) : undefined),
  // The first version had all values at once: what is no default was chosen.
  migrations: { 1: stored => (isObject(stored) ? withoutDefaults(stored) : undefined) },
})

/**
 * A copy for the menu of what an administrator has set of the settings: Chromium takes seconds to give the original
 * when it has just started.
 */
export const policyItem = storedItem<Managed>({
  key: 'policy',
  area: 'local',
  version: 1,
  default: {},
  check: stored => (isObject(stored) ? stored : undefined),
})

/** The settings in what is stored or set by an administrator, without what isn't one. */
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

/** Whether it is a list of texts. */
export function areNames(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every(name => typeof name === 'string')
}

/** What an administrator has set of the settings: locked, or as defaults. */
export function settingsPolicy(managed: Managed): Policy<Settings> {
  return policyOf(knownSettings(managed), managed)
}

/** The settings that count: what is locked before what the user has chosen, and that before what are only defaults. */
export function settingsInForce(chosen: ChosenSettings, managed: Managed): Settings {
  const { locked, defaults } = settingsPolicy(managed)
  return { ...defaultSettings, ...defaults, ...chosen, ...locked }
}

/** The settings that count, as the menu needs them: at once. What can't be read is left out. Throws what the browser's storage throws. */
export async function readSettings(): Promise<Settings> {
  const [chosen, policy] = await Promise.all([settingsItem.get(), policyItem.get()])
  return settingsInForce(valueIn(chosen) ?? {}, valueIn(policy) ?? {})
}

/** Windows' registry, out of which Firefox takes policies as they are, has 1 and 0 for true and false. */
function isSame(value: unknown, given: unknown): boolean {
  return value === given || (typeof value === 'boolean' && Number(value) === given)
}

function withoutDefaults(stored: Readonly<Record<string, unknown>>): object {
  const usual: Readonly<Record<string, unknown>> = { ...defaultSettings }
  return Object.fromEntries(Object.entries(stored).filter(([name, value]) => value !== usual[name]))
}

function isObject(stored: unknown): stored is Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null
}
