import type { Reading } from '../../src/browser/stored-item'
import type { SyncStatus as StoredSync } from '../../src/sync-codec/sync-state'
import type { AttemptAction } from '../parts/attempt'

export interface SyncUnitState {
  /** Undefined until it is known. */
  readonly reading: Reading<StoredSync> | undefined
  /** Size in sync of the last measured text, in bytes. */
  readonly bytes: number | undefined
  readonly conflicting: ConflictingState | undefined
}

/** The text in use and the one that gave way to it. */
export interface ConflictingState {
  readonly id: string
  /** When the other text was saved. */
  readonly time: number
  readonly inForce: string
  readonly other: string
  /** The text that both were made from; '' if it isn't known. */
  readonly base: string
}

export type SyncAction =
  | { readonly kind: 'sync-read'; readonly reading: Reading<StoredSync> }
  | { readonly kind: 'sync-measured'; readonly bytes: number }
  | { readonly kind: 'conflicting'; readonly conflicting: ConflictingState | undefined }
  | { readonly kind: 'conflict-unreadable' }
  /** The list takes the text. */
  | { readonly kind: 'conflict-used' }
  | AttemptAction

export const initialSync: SyncUnitState = { reading: undefined, bytes: undefined, conflicting: undefined }

/** Returns sync's state after an event. A conflict is no longer shown once one of its texts was taken. */
export function reduceSync(state: SyncUnitState, action: SyncAction): SyncUnitState {
  switch (action.kind) {
    case 'sync-read':
      return { ...state, reading: action.reading }
    case 'sync-measured':
      return { ...state, bytes: action.bytes }
    case 'conflicting':
      return { ...state, conflicting: action.conflicting }
    case 'conflict-used':
      return { ...state, conflicting: undefined }
    default:
      return state
  }
}
