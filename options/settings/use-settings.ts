import { useEffect } from 'preact/hooks'
import { consolePatterns } from '../../src/aws/partitions'
import { openShortcutSettings, readShortcut } from '../../src/browser/action'
import { onManagedChange, readManaged } from '../../src/browser/managed'
import {
  hasOrigins,
  hasTabGroups,
  onPermissionChange,
  removeOrigins,
  removeTabGroups,
  requestOrigins,
  requestTabGroups,
} from '../../src/browser/permissions'
import { errorText } from '../../src/lib/error-text'
import { chooseSettings, followSettings } from '../../src/settings/choose-settings'
import type { Settings } from '../../src/settings/settings'
import { attempt } from '../parts/attempt'
import { checkPolicy } from './check-policy'
import type { ConsoleAccess, SettingsAction, SettingsState } from './state'

type Dispatch = (action: SettingsAction) => void

/** The settings as they are, and what the user can do with them. */
export interface SettingsUnit {
  readonly state: SettingsState
  /** Counts at once. */
  change(settings: Settings): void
  /** The settings are kept once the user allows what is wanted. */
  changeAccess(wanted: ConsoleAccess, settings: Settings): void
  /** Opens the browser's own page for the menu's key. */
  changeShortcut(): void
}

/** The commands of the settings' unit. The page takes on the theme that is chosen. */
export function useSettings(state: SettingsState, dispatch: Dispatch): SettingsUnit {
  const { chosen } = state
  const theme = chosen.kind === 'value' ? chosen.value.theme : 'system'

  const change = async (settings: Settings) => {
    if (chosen.kind !== 'value') return
    const before = chosen.value
    dispatch({ kind: 'settings-changed', settings })
    try {
      const changed = Object.entries(settings).filter(
        ([name, value]) => value !== before[name as keyof Settings],
      )
      await chooseSettings(Object.fromEntries(changed))
    } catch (error) {
      dispatch({ kind: 'settings-not-saved', settings: before, message: errorText(error) })
    }
  }

  /** The checkboxes show what the browser says. Where the user says no to it, the settings stay as they were. */
  const changeAccess = async (wanted: ConsoleAccess, settings: Settings) => {
    if (chosen.kind !== 'value') return
    const before = chosen.value
    const { hosts, tabGroups } = state.access
    dispatch({ kind: 'access-read', access: wanted })
    dispatch({ kind: 'settings-changed', settings })
    try {
      // The browser asks in the very handler of the press only: at most one of these waits for another.
      if (wanted.tabGroups && !tabGroups) await requestTabGroups(...consolePatterns)
      else if (wanted.hosts && !hosts) await requestOrigins(...consolePatterns)
      if (tabGroups && !wanted.tabGroups) await removeTabGroups()
      if (hosts && !wanted.hosts) await removeOrigins(...consolePatterns)
    } finally {
      const access = await readAccess()
      dispatch({ kind: 'access-read', access })
      const isRefused = (wanted.hosts && !access.hosts) || (wanted.tabGroups && !access.tabGroups)
      if (isRefused) dispatch({ kind: 'settings-changed', settings: before })
      else await change(settings)
    }
  }

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  return {
    state,
    change,
    changeAccess: (wanted, settings) => attempt(dispatch, () => changeAccess(wanted, settings)),
    changeShortcut: openShortcutSettings,
  }
}

/** Reads the settings, and what the browser and an administrator say to them, until `signal`. Gives the first readings. */
export function readSettings(dispatch: Dispatch, signal: AbortSignal): readonly Promise<unknown>[] {
  const readPolicy = async () => dispatch({ kind: 'policy-read', policy: checkPolicy(await readManaged()) })
  const showAccess = async () => dispatch({ kind: 'access-read', access: await readAccess() })
  onPermissionChange(() => void showAccess().catch(() => {}), signal)
  onManagedChange(() => void readPolicy().catch(() => {}), signal)
  return [
    followSettings(reading => dispatch({ kind: 'settings-read', reading }), signal).catch(error =>
      dispatch({ kind: 'settings-unread', message: errorText(error) }),
    ),
    readPolicy(),
    showAccess(),
    // Where the browser has no shortcut, as on Android, none is shown.
    readShortcut().then(shortcut => dispatch({ kind: 'shortcut-read', shortcut })),
  ]
}

/** What the browser says that the user allows. */
async function readAccess(): Promise<ConsoleAccess> {
  const [hosts, tabGroups] = await Promise.all([hasOrigins(...consolePatterns), hasTabGroups()])
  return { hosts, tabGroups }
}
