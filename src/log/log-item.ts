import { exclusively } from '../browser/locks'
import { storedItem, valueIn } from '../browser/stored-item'
import { type LogEntry, readEntry } from './log-entry'

/** The user's log of switches, latest last. It stays in this browser: it is neither synced nor sent. */
export const logItem = storedItem<readonly LogEntry[]>({
  key: 'log',
  area: 'local',
  version: 1,
  default: [],
  // A malformed entry is left out; the others stay.
  check: stored => (Array.isArray(stored) ? stored.flatMap(entry => readEntry(entry) ?? []) : undefined),
})

/** Why the last entry couldn't be written, if that is so, until the browser exits. */
export const logFailureItem = storedItem<string>({
  key: 'logFailure',
  area: 'session',
  version: 1,
  default: '',
  check: stored => (typeof stored === 'string' ? stored : undefined),
})

/**
 * Deletes all entries, and what no version of the extension can read. Returns the entries, latest last. Leaves data from a
 * later version alone.
 * @throws the storage's error, with nothing deleted.
 */
export function deleteLog(): Promise<readonly LogEntry[]> {
  return oneByOne(async () => {
    const before = await logItem.get()
    if (before.kind === 'newer') return []
    await logItem.set([])
    await logFailureItem.set('')
    return valueIn(before) ?? []
  })
}

/**
 * Changes the log while nobody else does. Leaves data from a later version of the extension alone, and writes nothing if
 * `toNew` returns the same array.
 * @throws the storage's error, with nothing changed.
 */
export function changeLog(toNew: (entries: readonly LogEntry[]) => readonly LogEntry[]): Promise<void> {
  return oneByOne(async () => {
    const before = valueIn(await logItem.get())
    if (!before) return
    const after = toNew(before)
    if (after !== before) await logItem.set(after)
  })
}

/** The background script and the settings each make a new log from the old one. */
function oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
  return exclusively(work, 'log')
}
