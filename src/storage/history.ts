import { type ItemsRead, type PackedItem, setTogether, storedItem, valueIn } from '../browser/stored-item'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { checksum } from '../lib/checksum'
import { deflate, inflate } from '../lib/deflate'
import { errorText } from '../lib/error-text'
import { isMoment } from '../lib/moment'
import { type HistoryEntry, isSameText, withEntries } from './history-entry'
import { listItem } from './list-item'

/**
 * An entry and where its text is: in an item of its own, so that a save writes only the new one, or beside it, as the first
 * versions of the history had it.
 */
export type SavedVersion = HistoryEntry & ({ readonly slot: number } | { readonly data: string })

/** The last saved texts, latest first. They stay on this computer. */
export const historyItem = storedItem<readonly SavedVersion[]>({
  key: 'history',
  area: 'local',
  version: 3,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isVersion) ? stored : undefined),
  migrations: {
    // In the first version, every text was saved in this browser.
    1: stored => (Array.isArray(stored) ? stored.map(one => ({ ...one, here: true })) : undefined),
    2: stored => (Array.isArray(stored) ? stored.map(one => ({ ...one, ...measured(one.data) })) : undefined),
  },
})

/** A text of the history, deflated; '' if there is none. Slots are counted from 0, and used again. */
function textItem(slot: number) {
  return storedItem<string>({
    key: `historyText${slot}`,
    area: 'local',
    version: 1,
    default: '',
    check: stored => (typeof stored === 'string' ? stored : undefined),
  })
}

/** Returns a version's text. Rejects if it is damaged, or isn't kept anymore. */
export async function textOfVersion(version: SavedVersion): Promise<string> {
  const data = 'data' in version ? version.data : (valueIn(await textItem(version.slot).get()) ?? '')
  if (!isSameText(version, measured(data))) throw new Error('The history has another text there.')
  return inflate(data)
}

/** A text to add to the history. */
export type Arriving =
  /** `roles` is the number of its target roles, if it is known. */
  | {
      readonly text: string
      readonly time: number
      readonly here: boolean
      readonly roles?: number | undefined
    }
  /** The text, deflated. */
  | { readonly data: string; readonly time: number; readonly here: boolean }

/**
 * Writes items, together with the history and the texts to add to it, in one call: all or nothing. If the text in use isn't
 * in the history, it is added before these. If the browser's storage is full, older texts are dropped. Returns how many.
 * Call it while nobody else writes the text in use. `read` has the history and the text in use, if they have been read.
 * @throws the storage's error, with nothing changed.
 */
export async function setWithHistory(
  items: readonly PackedItem[],
  arriving: readonly Arriving[],
  read?: ItemsRead,
): Promise<number> {
  const before = valueIn(await historyItem.get(read))
  // Leaves data from a later version of the extension alone.
  if (!before || arriving.length === 0) {
    await setTogether(...items)
    return 0
  }
  const added = await Promise.all([...(await missing(before, read)), ...arriving].map(asVersion))
  const after = withEntries<SavedVersion>(before, ...added)
  try {
    await setTogether(...items, ...packHistory(before, after))
    return 0
  } catch (error) {
    // The text that is replaced, and the new one.
    const least = after.slice(0, added.length + 1)
    if (!isFull(error) || least.length === after.length) throw error
    await setTogether(...items, ...packHistory(before, least))
    return after.length - least.length
  }
}

/** Returns items that change the history: its entries, the texts that have no slot yet, and the slots that become empty. */
function packHistory(before: readonly SavedVersion[], after: readonly SavedVersion[]): readonly PackedItem[] {
  const kept = new Set(after.flatMap(one => ('slot' in one ? one.slot : [])))
  const left = new Set(before.flatMap(one => ('slot' in one && !kept.has(one.slot) ? one.slot : [])))
  const texts: PackedItem[] = []
  const versions = after.map((version): SavedVersion => {
    if ('slot' in version) return version
    const { data, ...entry } = version
    let slot = 0
    while (kept.has(slot)) slot++
    kept.add(slot)
    left.delete(slot)
    texts.push(textItem(slot).pack(data))
    return { ...entry, slot }
  })
  return [historyItem.pack(versions), ...texts, ...[...left].map(slot => textItem(slot).pack(''))]
}

/** Returns the text in use, if the history doesn't have it: an earlier version wrote it without the history. */
async function missing(
  versions: readonly SavedVersion[],
  read: ItemsRead | undefined,
): Promise<readonly Arriving[]> {
  const data = await listItem.getDeflated(read)
  if (data === '') return []
  const inUse = measured(data)
  if (versions.some(one => isSameText(one, inUse))) return []
  // One that can't be read can't be restored either, and must not keep the user from replacing it.
  const isReadable = await inflate(data).then(Boolean, () => false)
  return isReadable ? [{ data, time: Date.now(), here: true }] : []
}

async function asVersion(arriving: Arriving): Promise<HistoryEntry & { readonly data: string }> {
  const { time, here } = arriving
  const [text, data] =
    'text' in arriving
      ? [arriving.text, await deflated(arriving.text)]
      : [await inflate(arriving.data), arriving.data]
  const known = 'roles' in arriving ? arriving.roles : undefined
  const roles = known ?? targetRoles(parseConfig(text).profiles).roles.length
  return { time, here, roles, data, ...measured(data) }
}

function measured(data: string): Pick<HistoryEntry, 'sum' | 'length'> {
  return { sum: checksum(data), length: data.length }
}

let last: readonly { readonly text: string; readonly data: string }[] = []

/** Deflates a text. Remembers the last two: the text that a page saves is the one in use when it saves the next. */
export async function deflated(text: string): Promise<string> {
  const known = last.find(one => one.text === text)
  if (known) return known.data
  const data = await deflate(text)
  last = [{ text, data }, ...last.slice(0, 1)]
  return data
}

/** Recognizes the browsers' messages: `QUOTA_BYTES quota exceeded`, `QuotaExceededError`. */
function isFull(error: unknown): boolean {
  return /quota/i.test(errorText(error))
}

function isVersion(stored: unknown): stored is SavedVersion {
  if (typeof stored !== 'object' || stored === null) return false
  const { time, roles, data, slot, sum, length, here } = stored as Readonly<Record<string, unknown>>
  return (
    isMoment(time) &&
    typeof roles === 'number' &&
    typeof sum === 'string' &&
    typeof length === 'number' &&
    typeof here === 'boolean' &&
    (typeof data === 'string' || (Number.isSafeInteger(slot) && Number(slot) >= 0))
  )
}
