import { highlight } from '../src/roles/highlight'
import type { Term } from '../src/roles/term'

/** A text with what the words of the query found in it marked. */
export function Highlighted({ text, terms }: { readonly text: string; readonly terms: readonly Term[] }) {
  return highlight(text, terms).map(piece => (piece.marked ? <mark>{piece.text}</mark> : piece.text))
}
