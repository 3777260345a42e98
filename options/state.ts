import type { ImportFailure } from './list/import/import-failure'
import { initialList, type ListAction, type ListState, reduceList } from './list/state'
import type { AttemptAction } from './parts/attempt'
import { initialSettings, reduceSettings, type SettingsAction, type SettingsState } from './settings/state'
import { initialSync, reduceSync, type SyncAction, type SyncUnitState } from './sync/state'
import { initialTeam, reduceTeam, type TeamAction, type TeamState } from './team/state'

/** A request that failed. */
export type CommandFailure =
  | { readonly kind: 'not-saved'; readonly message: string }
  | { readonly kind: 'settings-not-saved'; readonly message: string }
  | { readonly kind: 'not-restored' }
  /** Storing the unsaved text, which protects it from a reload or the browser closing. */
  | { readonly kind: 'draft-not-kept'; readonly message: string }
  | { readonly kind: 'not-imported'; readonly file: string; readonly reason: ImportFailure }
  | AttemptAction

/** State of the whole page: each unit has its own, and the last failure is shown above them all. */
export interface State {
  readonly list: ListState
  readonly team: TeamState
  readonly sync: SyncUnitState
  readonly settings: SettingsState
  readonly failure: CommandFailure | undefined
  /** Whether everything that the page reads as it opens has come, or the wait for it is over. */
  readonly settled: boolean
}

export type Action =
  | ListAction
  | TeamAction
  | SyncAction
  | SettingsAction
  | { readonly kind: 'settled' }
  | { readonly kind: 'failure-dismissed' }

export const initialState: State = {
  list: initialList,
  team: initialTeam,
  sync: initialSync,
  settings: initialSettings,
  failure: undefined,
  settled: false,
}

/** Returns the page's state after an event. Each unit gets every event, and ignores those of others. */
export function reduce(state: State, action: Action): State {
  const next = {
    list: reduceList(state.list, action as ListAction),
    team: reduceTeam(state.team, action as TeamAction),
    sync: reduceSync(state.sync, action as SyncAction),
    settings: reduceSettings(state.settings, action as SettingsAction),
    failure: reduceFailure(state.failure, action),
    settled: state.settled || action.kind === 'settled',
  }
  // An event that changes nothing causes no redraw.
  const names = Object.keys(next) as (keyof State)[]
  return names.every(name => next[name] === state[name]) ? state : next
}

/** Returns the last failure, which stays until the user closes it, or starts something that makes it irrelevant. */
function reduceFailure(failure: CommandFailure | undefined, action: Action): CommandFailure | undefined {
  switch (action.kind) {
    case 'save-failed':
      return { kind: 'not-saved', message: action.message }
    case 'settings-not-saved':
      return { kind: 'settings-not-saved', message: action.message }
    case 'version-unreadable':
    case 'conflict-unreadable':
      return { kind: 'not-restored' }
    case 'import-failed':
      return { kind: 'not-imported', file: action.file, reason: action.reason }
    case 'draft-not-kept':
    case 'not-done':
    case 'changed-meanwhile':
      return action
    case 'save-began':
    case 'import-opened':
    case 'imported':
    case 'settings-changed':
    case 'failure-dismissed':
      return undefined
    default:
      return failure
  }
}
