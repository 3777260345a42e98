import { highlight } from '../src/roles/highlight'
import type { Term } from '../src/roles/term'

/** A text in which the matched words of the query are marked. */
export function Highlighted({ text, terms }: { readonly text: string; readonly terms: readonly Term[] }) {
  return highlight(text, terms).map(piece => (piece.marked ? <mark>{piece.text}</mark> : piece.text))
}
