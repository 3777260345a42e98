import { storedItem } from '../browser/stored-item'

const themes = ['system', 'light', 'dark'] as const

export interface Settings {
  readonly hideAccountIds: boolean
  readonly onlyMatchingRoles: boolean
  readonly theme: (typeof themes)[number]
}

export const defaultSettings: Settings = { hideAccountIds: false, onlyMatchingRoles: false, theme: 'system' }

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
  const { hideAccountIds, onlyMatchingRoles, theme } = stored as Partial<Record<keyof Settings, unknown>>
  return {
    hideAccountIds: hideAccountIds === true,
    onlyMatchingRoles: onlyMatchingRoles === true,
    theme: themes.find(name => name === theme) ?? defaultSettings.theme,
  }
}
