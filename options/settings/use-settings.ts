import { useEffect, useRef } from 'preact/hooks'
import { consolePatterns, sessionListPatterns } from '../../src/aws/partitions'
import { openShortcutSettings } from '../../src/browser/action'
import { message } from '../../src/browser/i18n'
import {
  removeOrigins,
  removeTabGroups,
  requestOrigins,
  requestTabGroups,
} from '../../src/browser/permissions'
import { errorText } from '../../src/lib/error-text'
import { chooseSettings } from '../../src/settings/choose-settings'
import type { Settings } from '../../src/settings/settings'
import { attempt } from '../parts/attempt'
import type { OfferUndo } from '../parts/use-undo'
import { withoutAccess } from './console-access'
import { readAccess } from './read-settings'
import type { ConsoleAccess, SettingsAction, SettingsState } from './state'

type Dispatch = (action: SettingsAction) => void

/** The current settings, and the user's actions on them. */
export interface SettingsUnit {
  readonly state: SettingsState
  /** Takes effect at once. */
  change(settings: Settings): void
  /** Stores the settings once the user grants the permissions that they need. */
  changeAccess(wanted: ConsoleAccess, settings: Settings): void
  /** Gives up the access to the console and all that needs it, and offers to take that back. */
  removeAccess(): void
  /** Opens the browser's own page for the menu's key. */
  changeShortcut(): void
}

/** The commands of the settings' unit. The page takes on the chosen theme. */
export function useSettings(state: SettingsState, dispatch: Dispatch, offerUndo: OfferUndo): SettingsUnit {
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
      dispatch({ kind: 'settings-saved', names: changed.map(([name]) => name) })
    } catch (error) {
      dispatch({ kind: 'settings-not-saved', settings: before, message: errorText(error) })
    }
  }

  /** The controls show what the browser says. If the user refuses, the settings stay as they are. */
  const changeAccess = async (wanted: ConsoleAccess, settings: Settings) => {
    if (chosen.kind !== 'value') return
    const { hosts, tabGroups, signIn } = state.access
    try {
      // The browser asks only in the handler of the press itself, so only once for everything.
      const origins = [...consolePatterns, ...(wanted.signIn ? sessionListPatterns : [])]
      if (wanted.tabGroups && !tabGroups) await requestTabGroups(...origins)
      else if ((wanted.hosts && !hosts) || (wanted.signIn && !signIn)) await requestOrigins(...origins)
      if (tabGroups && !wanted.tabGroups) await removeTabGroups()
      if (signIn && !wanted.signIn) await removeOrigins(...sessionListPatterns)
      if (hosts && !wanted.hosts) await removeOrigins(...consolePatterns)
    } finally {
      const access = await readAccess()
      dispatch({ kind: 'access-read', access })
      if (wanted.hosts && !access.hosts) dispatch({ kind: 'access-refused', what: 'hosts' })
      else if (wanted.tabGroups && !access.tabGroups) dispatch({ kind: 'access-refused', what: 'tab-groups' })
      else if (wanted.signIn && !access.signIn) dispatch({ kind: 'access-refused', what: 'sign-in' })
      else await change(settings)
    }
  }

  // An offer to undo outlives the state that it was made in.
  const latest = useRef(changeAccess)
  latest.current = changeAccess

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  return {
    state,
    change,
    changeAccess: (wanted, settings) => attempt(dispatch, () => changeAccess(wanted, settings)),
    removeAccess: () =>
      attempt(dispatch, async () => {
        if (chosen.kind !== 'value') return
        const before = { access: state.access, settings: chosen.value }
        const { access, settings } = withoutAccess(before)
        await changeAccess(access, settings)
        offerUndo(message('options_accessRemoved'), () =>
          attempt(dispatch, () => latest.current(before.access, before.settings)),
        )
      }),
    changeShortcut: openShortcutSettings,
  }
}
