import { exclusively } from '../../browser/exclusively'
import { ask } from '../../browser/messages'
import { syncItem } from './sync-item'
import { type SyncState, settled } from './sync-state'

/** The text in force stays, and the one that gave way to it is only in the history. Throws what the browser's storage throws. */
export function keepTextInForce(): Promise<void> {
  return change(settled)
}

/** Writes the text in force to sync, whatever is there and whatever stood in the way. Throws what the browser throws. */
export async function writeToSync(): Promise<void> {
  await change(state => ({ ...state, edited: true, trouble: undefined }))
  await ask('synchronise')
}

function change(changed: (state: SyncState) => SyncState): Promise<void> {
  return exclusively(async () => {
    const reading = await syncItem.get()
    if (reading.kind === 'value') await syncItem.set(changed(reading.value))
  })
}
