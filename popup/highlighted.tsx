import { highlight } from '../src/roles/highlight'

/** A text with what the query found in it marked. */
export function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  return highlight(text, query).map(piece => (piece.marked ? <mark>{piece.text}</mark> : piece.text))
}
