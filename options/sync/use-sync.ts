import { message } from '../../src/browser/i18n'
import { valueIn } from '../../src/browser/stored-item'
import { inflate } from '../../src/lib/deflate'
import { askAgain, keepTextInForce, writeToSync } from '../../src/sync/user-decisions'
import { conflictId } from '../../src/sync-codec/sync-state'
import { startThread, type Thread } from '../../src/thread/thread'
import { attempt } from '../parts/attempt'
import type { OfferUndo } from '../parts/use-undo'
import type { SyncAction, SyncUnitState } from './state'

type Dispatch = (action: SyncAction) => void

/** The thread that measures the last text. That takes far longer than parsing it, so nothing waits for it. */
let measurer: Thread | undefined

/** The current state of sync, and the user's actions on it. */
export interface Sync {
  readonly state: SyncUnitState
  write(): void
  /** Shows the first conflict next to `inForce`, the text in use. */
  openConflict(inForce: string): void
  closeConflict(): void
  keepInForce(): void
  /** Reports the size of the text in sync, unless a newer text has replaced it. */
  measure(text: string, isLatest: () => boolean): Promise<void>
}

/** The commands of sync's unit. */
export function useSync(state: SyncUnitState, dispatch: Dispatch, offerUndo: OfferUndo): Sync {
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
      if (!conflicting) return
      void attempt(dispatch, async () => {
        const conflict = await keepTextInForce(conflicting.id, conflicting.inForce)
        offerUndo(message('options_conflictKept'), () => attempt(dispatch, () => askAgain(conflict)))
      })
    },
    measure: async (text, isLatest) => {
      const bytes = await measure(text)
      if (isLatest()) dispatch({ kind: 'sync-measured', bytes })
    },
  }
}

/** Returns the size of the text in sync, in bytes. Never settles if another text is measured before that is known. */
async function measure(text: string): Promise<number> {
  measurer?.end()
  const own = startThread(() => import('../../src/thread/answer'))
  measurer = own
  const bytes = await own.measure(text)
  own.end()
  return bytes
}
