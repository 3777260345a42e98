import { matchedPieces } from '../src/roles/matched-pieces'
import type { Term } from '../src/roles/term'

/** A text in which the matched words of the query are highlighted. */
export function Highlighted({ text, terms }: { readonly text: string; readonly terms: readonly Term[] }) {
  return matchedPieces(text, terms).map(piece => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))
}
