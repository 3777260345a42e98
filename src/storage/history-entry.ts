/** A text that was once saved, without the text itself. */
export interface HistoryEntry {
  /** When it was saved, in milliseconds since 1970. */
  readonly time: number
  /** Number of target roles. */
  readonly roles: number
  /** Whether the text is the same as another's: the checksum of its deflated form. */
  readonly sum: string
  /** The length of its deflated form. */
  readonly length: number
  /** Whether it was saved in this browser. */
  readonly here: boolean
}

type Measured = Pick<HistoryEntry, 'sum' | 'length'>

const maxHistoryEntries = 20
/** Limit in characters: storage takes 10 MB in all, and the text in use has priority. */
const maxHistoryLength = 3_000_000

/**
 * Returns the versions, latest first, with more of them added, given in chronological order. Drops the oldest if there are
 * too many or they are too large together, but never those that are added, nor the one that was the latest before. Skips an
 * added version that is already the latest.
 */
export function withEntries<Entry extends Measured>(
  versions: readonly Entry[],
  ...added: readonly Entry[]
): readonly Entry[] {
  const all = [...versions]
  for (const one of added) if (!all[0] || !isSameText(all[0], one)) all.unshift(one)
  const count = all.length - versions.length
  return count === 0 ? versions : withinRoom(all, count + 1, maxHistoryLength)
}

export function isSameText(one: Measured, other: Measured): boolean {
  return one.sum === other.sum && one.length === other.length
}

/** Returns the `least` latest versions, and as many more as there is room for, in characters. */
function withinRoom<Entry extends Measured>(
  versions: readonly Entry[],
  least: number,
  room: number,
): readonly Entry[] {
  let length = 0
  const end = versions.findIndex((one, index) => {
    length += one.length
    return index >= least && (index >= maxHistoryEntries || length > room)
  })
  return end < 0 ? versions : versions.slice(0, end)
}
