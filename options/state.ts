import type { NotImported } from './list/import/not-imported'
import { initialList, type ListAction, type ListState, reduceList } from './list/state'
import type { AttemptAction } from './parts/attempt'
import { initialSettings, reduceSettings, type SettingsAction, type SettingsState } from './settings/state'
import { initialSync, reduceSync, type SyncAction, type SyncState } from './sync/state'
import { initialTeam, reduceTeam, type TeamAction, type TeamState } from './team/state'

/** Something that was asked for and was not done. */
export type Failure =
  | { readonly kind: 'not-saved'; readonly message: string }
  | { readonly kind: 'settings-not-saved'; readonly message: string }
  | { readonly kind: 'not-restored' }
  /** The unsaved text, against a reload or an end of the browser. */
  | { readonly kind: 'draft-not-kept'; readonly message: string }
  | { readonly kind: 'not-imported'; readonly file: string; readonly reason: NotImported }
  | AttemptAction

/** Of the whole page: each unit has its own, and what failed last is told above them all. */
export interface State {
  readonly list: ListState
  readonly team: TeamState
  readonly sync: SyncState
  readonly settings: SettingsState
  readonly failure: Failure | undefined
  /** Whether all that the page reads as it opens has come, or was waited for long enough. */
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

/** The page's state after something happened. Each unit hears of all that happens, and leaves what isn't its own alone. */
export function reduce(state: State, action: Action): State {
  const next = {
    list: reduceList(state.list, action as ListAction),
    team: reduceTeam(state.team, action as TeamAction),
    sync: reduceSync(state.sync, action as SyncAction),
    settings: reduceSettings(state.settings, action as SettingsAction),
    failure: reduceFailure(state.failure, action),
    settled: state.settled || action.kind === 'settled',
  }
  // What changes nothing isn't drawn again.
  const names = Object.keys(next) as (keyof State)[]
  return names.every(name => next[name] === state[name]) ? state : next
}

/** What failed last stands until the user closes it, or begins with something that makes it pointless. */
function reduceFailure(failure: Failure | undefined, action: Action): Failure | undefined {
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
