import { storedItem } from '../../browser/stored-item'
import { initialSyncState, type SyncState } from './sync-state'

/** How the text in force stands to the one in sync. It stays on this computer. */
export const syncItem = storedItem<SyncState>({
  key: 'sync',
  area: 'local',
  version: 1,
  default: initialSyncState,
  check: stored => (isSyncState(stored) ? { ...initialSyncState, ...stored } : undefined),
})

function isSyncState(stored: unknown): stored is SyncState {
  if (typeof stored !== 'object' || stored === null) return false
  const { lineage, time, edited, written, texts } = stored as Partial<Record<keyof SyncState, unknown>>
  return (
    Array.isArray(lineage) &&
    lineage.every(generation => typeof generation === 'string') &&
    typeof time === 'number' &&
    typeof edited === 'boolean' &&
    typeof written === 'number' &&
    Array.isArray(texts)
  )
}
