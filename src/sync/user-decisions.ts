import { message } from '../browser/i18n'
import { exclusively } from '../browser/locks'
import { ask } from '../browser/messaging'
import { valueIn } from '../browser/stored-item'
import { listItem } from '../storage/list-items'
import { type SyncState, settled } from '../sync-codec/sync-state'
import { syncItem } from './sync-item'

/**
 * Keeps the text in use; the text of the conflict with this id stays only in the history.
 * @throws if the text in use isn't `shown` anymore, or the conflict is gone: that would be another decision.
 */
export function keepTextInForce(conflict: string, shown: string): Promise<void> {
  return change(async state => {
    const decided = settled(state, conflict)
    const inForce = valueIn(await listItem.get())
    if (decided === state || inForce !== shown) throw new Error(message('options_conflictChanged'))
    return decided
  })
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

function change(changed: (state: SyncState) => Promise<SyncState>): Promise<void> {
  return exclusively(async () => {
    const reading = await syncItem.get()
    if (reading.kind === 'value') await syncItem.set(await changed(reading.value))
  })
}
