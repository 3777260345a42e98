import { exclusively } from '../../browser/exclusively'
import { ask } from '../../browser/messages'
import { syncItem } from './sync-item'
import { type SyncState, settled } from './sync-state'

/**
 * The text in force stays, and the one of the conflict with this id is only in the history. A conflict that the user hasn't
 * seen stays. Throws what the browser's storage throws.
 */
export function keepTextInForce(conflict: string): Promise<void> {
  return change(state => settled(state, conflict))
}

/**
 * Writes the text in force to sync, whatever is there and whatever stood in the way. If sync was empty, the text starts
 * there as one that was never in it. Throws what the browser throws.
 */
export async function writeToSync(): Promise<void> {
  await change(({ trouble, ...state }) => ({
    ...state,
    edited: true,
    trouble: undefined,
    ...(trouble?.kind === 'emptied' && { lineage: [] }),
  }))
  await ask('synchronise')
}

function change(changed: (state: SyncState) => SyncState): Promise<void> {
  return exclusively(async () => {
    const reading = await syncItem.get()
    if (reading.kind === 'value') await syncItem.set(changed(reading.value))
  })
}
