import { type PackedItem, storedItem, valueIn } from '../browser/stored-item'
import { isMoment } from '../lib/moment'
import {
  type GenerationText,
  initialSyncStatus,
  type SyncState,
  type SyncStatus,
} from '../sync-codec/sync-state'

/** As stored. In the second version, the texts were here too. */
interface StoredStatus extends SyncStatus {
  readonly texts?: readonly GenerationText[]
}

/** How the text in use relates to the one in sync. It stays on this computer. */
export const syncItem = storedItem<StoredStatus>({
  key: 'sync',
  area: 'local',
  version: 3,
  default: initialSyncStatus,
  check: stored => (isSyncStatus(stored) ? { ...initialSyncStatus, ...stored } : undefined),
  // The first version stored one conflict, which the next one pushed out.
  migrations: {
    1: stored => {
      const { conflict, ...state } = Object(stored)
      return { ...state, conflicts: conflict ? [conflict] : [] }
    },
    // The texts stay until the next write of them, because a migration can't write another item.
    2: stored => stored,
  },
})

/** The texts of the last generations, in an item of their own, so that a save writes none of them. */
export const syncTextsItem = storedItem<readonly GenerationText[]>({
  key: 'syncTexts',
  area: 'local',
  version: 1,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isGenerationText) ? stored : undefined),
})

/** Returns all that this browser remembers about sync; undefined if it can't be read. */
export async function readSyncState(): Promise<SyncState | undefined> {
  const [status, texts] = await Promise.all([syncItem.get(), syncTextsItem.get()])
  if (status.kind !== 'value' || texts.kind === 'newer') return undefined
  // Without the texts, a merge asks the user instead.
  return { ...status.value, texts: status.value.texts ?? valueIn(texts) ?? [] }
}

/** Returns items to be written with `setTogether`. */
export function packSyncState({ texts, ...status }: SyncState): readonly PackedItem[] {
  return [syncItem.pack(status), syncTextsItem.pack(texts)]
}

function isGenerationText(stored: unknown): stored is GenerationText {
  const { generation, data } = Object(stored)
  return typeof generation === 'string' && typeof data === 'string'
}

function isSyncStatus(stored: unknown): stored is StoredStatus {
  if (typeof stored !== 'object' || stored === null) return false
  const { lineage, time, edited, written, texts, conflicts } = stored as Partial<
    Record<keyof StoredStatus, unknown>
  >
  return (
    Array.isArray(lineage) &&
    lineage.every(generation => typeof generation === 'string') &&
    isMoment(time) &&
    typeof edited === 'boolean' &&
    isMoment(written) &&
    (texts === undefined || Array.isArray(texts)) &&
    Array.isArray(conflicts) &&
    conflicts.every(conflict => typeof conflict?.data === 'string' && isMoment(conflict.time))
  )
}
