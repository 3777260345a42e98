import { syncItem } from '../../src/sync/sync-item'
import type { SyncAction } from './state'

/** Reads the state of sync and follows it until `signal` aborts. Returns the first readings. */
export function readSync(
  dispatch: (action: SyncAction) => void,
  signal: AbortSignal,
): readonly Promise<unknown>[] {
  return [syncItem.follow(reading => dispatch({ kind: 'sync-read', reading }), signal)]
}
