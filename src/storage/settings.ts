import { storedItem } from '../browser/stored-item'
import { type Order, orders } from '../roles/order'

export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const

export type Theme = (typeof themes)[number]
/** How high the menu's rows are. */
export type Density = (typeof densities)[number]

export interface Settings {
  readonly hideAccountIds: boolean
  readonly onlyMatchingRoles: boolean
  readonly theme: Theme
  readonly order: Order
  readonly density: Density
  /** Whether the configuration follows the user through the browser's own synchronisation. */
  readonly sync: boolean
  /** Names of groups of which each switch is to be confirmed. */
  readonly confirmGroups: readonly string[]
}

export const defaultSettings: Settings = {
  hideAccountIds: false,
  onlyMatchingRoles: false,
  theme: 'system',
  order: 'file',
  density: 'comfortable',
  sync: true,
  confirmGroups: [],
}

/** The user's settings. A setting that is missing or malformed has its default; the others keep their values. */
export const settingsItem = storedItem<Settings>({
  key: 'settings',
  area: 'local',
  version: 1,
  default: defaultSettings,
  check: checkSettings,
})

function checkSettings(stored: unknown): Settings | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const settings = stored as Partial<Record<keyof Settings, unknown>>
  return {
    hideAccountIds: settings.hideAccountIds === true,
    onlyMatchingRoles: settings.onlyMatchingRoles === true,
    theme: oneOf(themes, settings.theme) ?? defaultSettings.theme,
    order: oneOf(orders, settings.order) ?? defaultSettings.order,
    density: oneOf(densities, settings.density) ?? defaultSettings.density,
    sync: settings.sync !== false,
    confirmGroups: namesIn(settings.confirmGroups),
  }
}

function namesIn(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter(name => typeof name === 'string') : []
}

function oneOf<Name extends string>(names: readonly Name[], stored: unknown): Name | undefined {
  return names.find(name => name === stored)
}
