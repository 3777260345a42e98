import type { Managed } from '../browser/managed'
import { storedItem, valueIn } from '../browser/stored-item'
import { type ShellSetting, shells } from '../lib/shell'
import { type Order, orders } from '../roles/order'
import { type Policy, policyOf } from './policy'

export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const

type Theme = (typeof themes)[number]
/** How high the menu's rows are. */
export type Density = (typeof densities)[number]

export interface Settings {
  readonly hideAccountIds: boolean
  readonly onlyMatchingRoles: boolean
  /** Whether images are loaded from the hosts that the configuration names. */
  readonly images: boolean
  readonly theme: Theme
  readonly order: Order
  readonly density: Density
  /** The shell that copied commands are quoted for. */
  readonly shell: ShellSetting
  /** Whether the configuration follows the user through the browser's own synchronisation. */
  readonly sync: boolean
  /** Whether roles with `container` open in Firefox containers. */
  readonly containers: boolean
  /** Whether the console's hosts stay allowed where no mark needs them, for open sessions. */
  readonly openSessions: boolean
  /** Whether console tabs have the profile's name and colour in title and icon. */
  readonly markTabs: boolean
  /** Whether console pages have a frame in the profile's colour, with name and account. */
  readonly markPages: boolean
  /** Whether the tabs of a role's session stand in a group of their own, in multi-session mode. */
  readonly groupTabs: boolean
  /** Whether a session is signed out when its group is closed. */
  readonly signOutWithGroup: boolean
  /** Names of groups of which each switch is to be confirmed. */
  readonly confirmGroups: readonly string[]
}

export type SettingName = keyof Settings

export const defaultSettings: Settings = {
  hideAccountIds: false,
  onlyMatchingRoles: false,
  images: true,
  theme: 'system',
  order: 'file',
  density: 'comfortable',
  shell: 'platform',
  sync: true,
  containers: false,
  openSessions: false,
  markTabs: false,
  markPages: false,
  groupTabs: false,
  signOutWithGroup: false,
  confirmGroups: [],
}

/** What each setting that is chosen may be. */
export const settingValues: {
  readonly [Name in Exclude<SettingName, 'confirmGroups'>]: readonly Settings[Name][]
} = {
  hideAccountIds: [true, false],
  onlyMatchingRoles: [true, false],
  images: [true, false],
  theme: themes,
  order: orders,
  density: densities,
  shell: shells,
  sync: [true, false],
  containers: [true, false],
  openSessions: [true, false],
  markTabs: [true, false],
  markPages: [true, false],
  groupTabs: [true, false],
  signOutWithGroup: [true, false],
}

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
  const known = Object.entries(settingValues).map(([name, values]) => [
    name,
    (values as readonly unknown[]).find(value => isSame(value, given[name])),
  ])
  const { confirmGroups } = given
  return {
    ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    ...(areNames(confirmGroups) && { confirmGroups }),
  }
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
