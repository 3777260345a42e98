import { storedItem } from '../browser/stored-item'
import { isMoment } from '../lib/moment'
import { initialSyncState, type SyncState } from '../sync-codec/sync-state'

/** How the text in use relates to the one in sync. It stays on this computer. */
export const syncItem = storedItem<SyncState>({
  key: 'sync',
  area: 'local',
  version: 2,
  default: initialSyncState,
  check: stored => (isSyncState(stored) ? { ...initialSyncState, ...stored } : undefined),
  // The first version stored one conflict, which the next one pushed out.
  migrations: {
    1: stored => {
      const { conflict, ...state } = Object(stored)
      return { ...state, conflicts: conflict ? [conflict] : [] }
    },
  },
})

function isSyncState(stored: unknown): stored is SyncState {
  if (typeof stored !== 'object' || stored === null) return false
  const { lineage, time, edited, written, texts, conflicts } = stored as Partial<
    Record<keyof SyncState, unknown>
  >
  return (
    Array.isArray(lineage) &&
    lineage.every(generation => typeof generation === 'string') &&
    isMoment(time) &&
    typeof edited === 'boolean' &&
    isMoment(written) &&
    Array.isArray(texts) &&
    Array.isArray(conflicts) &&
    conflicts.every(conflict => typeof conflict?.data === 'string' && isMoment(conflict.time))
  )
}
