import { message } from '../browser/i18n'
import { exclusively } from '../browser/locks'
import { ask } from '../browser/messaging'
import { valueIn } from '../browser/stored-item'
import { listItem } from '../storage/list-item'
import { type Conflict, conflictId, type SyncStatus, settled, withConflict } from '../sync-codec/sync-state'
import { syncItem } from './sync-item'

/**
 * Keeps the text in use; the text of the conflict with this id stays only in the history. Returns the conflict, for
 * `askAgain`.
 * @throws if the text in use isn't `shown` anymore, or the conflict is gone: that would be another decision.
 */
export async function keepTextInForce(id: string, shown: string): Promise<Conflict> {
  let conflict: Conflict | undefined
  await change(async state => {
    conflict = state.conflicts.find(one => conflictId(one) === id)
    const inForce = valueIn(await listItem.get())
    if (!conflict || inForce !== shown) throw new Error(message('options_conflictChanged'))
    return settled(state, id)
  })
  // A later version of the extension wrote the state of sync.
  if (!conflict) throw new Error(message('options_conflictChanged'))
  return conflict
}

/** Offers the conflict's text for a decision again. */
export function askAgain(conflict: Conflict): Promise<void> {
  return change(async state => withConflict(state, conflict))
}

/**
 * Writes the text in use to sync, whatever is there and whatever prevented it before. If sync was empty, the text starts
 * there as one that was never in it.
 */
export async function writeToSync(): Promise<void> {
  await change(async ({ trouble, ...state }) => ({
    ...state,
    edited: true,
    trouble: undefined,
    ...(trouble?.kind === 'emptied' && { lineage: [] }),
  }))
  await ask('synchronize')
}

function change(changed: (state: SyncStatus) => Promise<SyncStatus>): Promise<void> {
  return exclusively(async () => {
    const reading = await syncItem.get()
    if (reading.kind === 'value') await syncItem.set(await changed(reading.value))
  })
}
