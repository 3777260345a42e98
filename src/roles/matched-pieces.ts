import { searchKey } from '../lib/search-key'
import type { Term } from './term'

/** A stretch of text, matched or not. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/**
 * Splits a text into the parts that match a query's words and the parts in between. A word can also abbreviate a profile's
 * name.
 */
export function matchedPieces(text: string, terms: readonly Term[], isName = false): readonly Piece[] {
  const key = searchKey(text)
  // If the search key has another length, positions in one text aren't positions in the other.
  if (terms.length === 0 || key.length !== text.length) return [{ text, isMatch: false }]

  const matched = new Uint8Array(text.length)
  for (const term of terms) {
    const ranges = isName ? term.rangesInName(key) : term.ranges(key)
    for (let pair = 0; pair < ranges.length; pair += 2) matched.fill(1, ranges[pair], ranges[pair + 1])
  }
  const pieces: Piece[] = []
  for (let start = 0; start < text.length; ) {
    let end = start + 1
    while (end < text.length && matched[end] === matched[start]) end++
    pieces.push({ text: text.slice(start, end), isMatch: matched[start] === 1 })
    start = end
  }
  return pieces
}
