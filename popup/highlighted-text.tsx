import { matchedPieces } from '../src/roles/matched-pieces'
import type { Term } from '../src/roles/term'

interface HighlightedProps {
  readonly text: string
  readonly terms: readonly Term[]
  /** Whether it is a profile's name, which a word can abbreviate. */
  readonly isName?: boolean
}

/** A text in which the matched words of the query are highlighted. */
export function Highlighted({ text, terms, isName }: HighlightedProps) {
  return matchedPieces(text, terms, isName).map(piece =>
    piece.isMatch ? <mark>{piece.text}</mark> : piece.text,
  )
}
