import { type PackedItem, setTogether, storedItem, valueIn } from '../browser/stored-item'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { deflate, inflate } from '../lib/deflate'
import { errorText } from '../lib/error-text'
import { isMoment } from '../lib/moment'
import { type HistoryEntry, withEntries } from './history-entry'
import { listItem } from './list-items'

/** The last saved texts, latest first. They stay on this computer. */
export const historyItem = storedItem<readonly HistoryEntry[]>({
  key: 'history',
  area: 'local',
  version: 2,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isVersion) ? stored : undefined),
  // In the first version, every text was saved in this browser.
  migrations: {
    1: stored => (Array.isArray(stored) ? stored.map(one => ({ ...one, here: true })) : undefined),
  },
})

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
 * Call it while nobody else writes the text in use.
 * @throws the storage's error, with nothing changed.
 */
export async function setWithHistory(
  items: readonly PackedItem[],
  arriving: readonly Arriving[],
): Promise<number> {
  const before = valueIn(await historyItem.get())
  // Leaves data from a later version of the extension alone.
  if (!before || arriving.length === 0) {
    await setTogether(...items)
    return 0
  }
  const added = await Promise.all([...(await missing(before)), ...arriving].map(asVersion))
  const after = withEntries(before, ...added)
  try {
    await setTogether(...items, historyItem.pack(after))
    return 0
  } catch (error) {
    // The text that is replaced, and the new one.
    const least = after.slice(0, added.length + 1)
    if (!isFull(error) || least.length === after.length) throw error
    await setTogether(...items, historyItem.pack(least))
    return after.length - least.length
  }
}

/** Returns the text in use, if the history doesn't have it: an earlier version wrote it without the history. */
async function missing(versions: readonly HistoryEntry[]): Promise<readonly Arriving[]> {
  const text = valueIn(await listItem.get())
  if (text === undefined || text === '') return []
  const data = await deflated(text)
  return versions.some(one => one.data === data) ? [] : [{ data, time: Date.now(), here: true }]
}

async function asVersion(arriving: Arriving): Promise<HistoryEntry> {
  const { time, here } = arriving
  const [text, data] =
    'text' in arriving
      ? [arriving.text, await deflated(arriving.text)]
      : [await inflate(arriving.data), arriving.data]
  const known = 'roles' in arriving ? arriving.roles : undefined
  return { time, here, data, roles: known ?? targetRoles(parseConfig(text).profiles).roles.length }
}

let last: { readonly text: string; readonly data: string } | undefined

/** Deflates a text. Remembers the last one: the text that a page saves is the one in use when it saves the next. */
async function deflated(text: string): Promise<string> {
  if (last?.text === text) return last.data
  const data = await deflate(text)
  last = { text, data }
  return data
}

/** Recognizes the browsers' messages: `QUOTA_BYTES quota exceeded`, `QuotaExceededError`. */
function isFull(error: unknown): boolean {
  return /quota/i.test(errorText(error))
}

function isVersion(stored: unknown): stored is HistoryEntry {
  if (typeof stored !== 'object' || stored === null) return false
  const { time, roles, data, here } = stored as Partial<Record<keyof HistoryEntry, unknown>>
  return isMoment(time) && typeof roles === 'number' && typeof data === 'string' && typeof here === 'boolean'
}
