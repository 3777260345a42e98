import type { Reading } from '../../src/browser/stored-item'
import type { Settings } from '../../src/settings/settings'
import type { AttemptAction } from '../parts/attempt'
import type { ReadFailure } from '../parts/read-failure'
import type { SavedSetting } from '../parts/setting-field'
import type { CheckedPolicy } from './check-policy'

/** What the user allows outside the tab where the button was pressed. */
export interface ConsoleAccess {
  /** The hosts of the console. */
  readonly hosts: boolean
  readonly tabGroups: boolean
  /** The sign-in hosts that list open sessions. */
  readonly signIn: boolean
}

export interface SettingsState {
  readonly chosen: { readonly kind: 'value'; readonly value: Settings } | ReadFailure
  /** What an administrator has set. */
  readonly policy: CheckedPolicy
  /** Whether the user lets Rolecall see the console's tabs. */
  readonly access: ConsoleAccess
  /** What the user has just refused to allow. */
  readonly refused: 'hosts' | 'tab-groups' | 'sign-in' | undefined
  /** The settings that were saved last, for a short sign next to them. */
  readonly saved: SavedSetting | undefined
  /** The menu's key, as the browser writes it; '' for none, undefined until it is known. */
  readonly shortcut: string | undefined
  /** The keys that open the first pinned roles, in their order; '' for none. Empty until they are known. */
  readonly pinShortcuts: readonly string[]
}

export type SettingsAction =
  | { readonly kind: 'settings-read'; readonly reading: Reading<Settings> }
  | { readonly kind: 'settings-unread'; readonly message: string }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }
  /** `settings` are the previous ones, which are in use again. */
  | { readonly kind: 'settings-not-saved'; readonly settings: Settings; readonly message: string }
  | { readonly kind: 'policy-read'; readonly policy: CheckedPolicy }
  | { readonly kind: 'access-read'; readonly access: ConsoleAccess }
  | { readonly kind: 'access-refused'; readonly what: 'hosts' | 'tab-groups' | 'sign-in' }
  | { readonly kind: 'settings-saved'; readonly names: readonly string[] }
  | { readonly kind: 'shortcut-read'; readonly shortcut: string; readonly pins: readonly string[] }
  | AttemptAction

export const initialSettings: SettingsState = {
  chosen: { kind: 'loading' },
  policy: { locked: [], failures: [] },
  access: { hosts: false, tabGroups: false, signIn: false },
  refused: undefined,
  saved: undefined,
  shortcut: undefined,
  pinShortcuts: [],
}

/** Returns the settings' state after an event. A change takes effect at once, and is undone if it can't be stored. */
export function reduceSettings(state: SettingsState, action: SettingsAction): SettingsState {
  switch (action.kind) {
    case 'settings-read':
      return { ...state, chosen: chosenOf(action.reading) }
    case 'settings-unread':
      return { ...state, chosen: { kind: 'failed', message: action.message } }
    case 'settings-changed':
      return { ...state, chosen: { kind: 'value', value: action.settings }, refused: undefined }
    case 'settings-not-saved':
      return { ...state, chosen: { kind: 'value', value: action.settings } }
    case 'policy-read':
      return { ...state, policy: action.policy }
    case 'access-read':
      return { ...state, access: action.access }
    case 'access-refused':
      return { ...state, refused: action.what }
    case 'settings-saved':
      return { ...state, saved: { names: action.names, count: (state.saved?.count ?? 0) + 1 } }
    case 'shortcut-read':
      return { ...state, shortcut: action.shortcut, pinShortcuts: action.pins }
    default:
      return state
  }
}

function chosenOf(reading: Reading<Settings>): SettingsState['chosen'] {
  return reading.kind === 'newer' ? { kind: 'newer' } : reading
}
