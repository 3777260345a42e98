import { fold } from '../lib/search-key'
import type { Term } from './term'

/** A stretch of text, marked or not. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** Splits a text into the parts that match a query's words and the parts in between. */
export function highlight(text: string, terms: readonly Term[]): readonly Piece[] {
  const folded = fold(text)
  // If folding changed the length, positions in one text aren't positions in the other.
  if (terms.length === 0 || folded.length !== text.length) return [{ text, marked: false }]

  const marks = new Uint8Array(text.length)
  for (const term of terms) {
    const ranges = term.ranges(folded)
    for (let pair = 0; pair < ranges.length; pair += 2) marks.fill(1, ranges[pair], ranges[pair + 1])
  }
  const pieces: Piece[] = []
  for (let start = 0; start < text.length; ) {
    let end = start + 1
    while (end < text.length && marks[end] === marks[start]) end++
    pieces.push({ text: text.slice(start, end), marked: marks[start] === 1 })
    start = end
  }
  return pieces
}
