/** A text that was once saved. */
export interface HistoryEntry {
  /** When it was saved, in milliseconds since 1970. */
  readonly time: number
  /** Number of target roles. */
  readonly roles: number
  /** The text, deflated. */
  readonly data: string
  /** Whether it was saved in this browser. */
  readonly here: boolean
}

const maxHistoryEntries = 20
/** Limit in characters: storage takes 10 MB in all, and the text in use has priority. */
const maxHistoryLength = 3_000_000

/**
 * Returns the versions, latest first, with more of them added, given in chronological order. Drops the oldest if there are
 * too many or they are too large together, but never those that are added, nor the one that was the latest before. Skips an
 * added version that is already the latest.
 */
export function withEntries(
  versions: readonly HistoryEntry[],
  ...added: readonly HistoryEntry[]
): readonly HistoryEntry[] {
  const all = [...versions]
  for (const one of added) if (all[0]?.data !== one.data) all.unshift(one)
  const count = all.length - versions.length
  return count === 0 ? versions : withinRoom(all, count + 1, maxHistoryLength)
}

/** Returns the `least` latest versions, and as many more as there is room for, in characters. */
function withinRoom(versions: readonly HistoryEntry[], least: number, room: number): readonly HistoryEntry[] {
  let data = 0
  const end = versions.findIndex((one, index) => {
    data += one.data.length
    return index >= least && (index >= maxHistoryEntries || data > room)
  })
  return end < 0 ? versions : versions.slice(0, end)
}
