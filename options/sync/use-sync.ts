import { valueIn } from '../../src/browser/stored-item'
import { inflate } from '../../src/lib/deflate'
import { syncItem } from '../../src/sync/sync-item'
import { keepTextInForce, writeToSync } from '../../src/sync/user-decisions'
import { conflictId } from '../../src/sync-codec/sync-state'
import { startThread, type Thread } from '../../src/thread/thread'
import { attempt } from '../parts/attempt'
import type { SyncAction, SyncState } from './state'

type Dispatch = (action: SyncAction) => void

/** In which the last text is measured, which takes far longer than to parse it: nothing waits for it. */
let measurer: Thread | undefined

/** Sync as it is, and what the user can do with it. */
export interface Sync {
  readonly state: SyncState
  write(): void
  /** Shows the first conflict beside `inForce`, the text in force. */
  openConflict(inForce: string): void
  closeConflict(): void
  keepInForce(): void
  /** Tells what the text takes in sync, unless another one counts by then. */
  measure(text: string, isLatest: () => boolean): Promise<void>
}

/** The commands of sync's unit. */
export function useSync(state: SyncState, dispatch: Dispatch): Sync {
  const openConflict = async (inForce: string) => {
    const [conflict] = (state.reading && valueIn(state.reading)?.conflicts) ?? []
    if (!conflict) return
    try {
      const other = await inflate(conflict.data)
      const base = conflict.base === undefined ? '' : await inflate(conflict.base)
      const id = conflictId(conflict)
      dispatch({ kind: 'conflicting', conflicting: { id, time: conflict.time, inForce, other, base } })
    } catch {
      dispatch({ kind: 'conflict-unreadable' })
    }
  }

  const closeConflict = () => dispatch({ kind: 'conflicting', conflicting: undefined })

  return {
    state,
    write: () => attempt(dispatch, writeToSync),
    openConflict,
    closeConflict,
    keepInForce: () => {
      const { conflicting } = state
      closeConflict()
      if (conflicting) attempt(dispatch, () => keepTextInForce(conflicting.id, conflicting.inForce))
    },
    measure: async (text, isLatest) => {
      const bytes = await measure(text)
      if (isLatest()) dispatch({ kind: 'sync-measured', bytes })
    },
  }
}

/** Reads how sync is and follows it until `signal`. Gives the first readings. */
export function readSync(dispatch: Dispatch, signal: AbortSignal): readonly Promise<unknown>[] {
  return [syncItem.follow(reading => dispatch({ kind: 'sync-read', reading }), signal)]
}

/** What the text takes in sync, in bytes. Where another one is to be measured before that is known, it never is. */
async function measure(text: string): Promise<number> {
  measurer?.end()
  const own = startThread()
  measurer = own
  const bytes = await own.measure(text)
  own.end()
  return bytes
}
