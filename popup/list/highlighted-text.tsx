import { dashedAccount } from '../../src/lib/dashed-account'
import { matchedPieces, type Piece } from '../../src/roles/matched-pieces'
import type { Term } from '../../src/roles/term'
import { tailStart } from './tail-start'

interface HighlightedProps {
  readonly text: string
  readonly terms: readonly Term[]
}

/** A text in which the matched words of the query are highlighted. */
export function Highlighted({ text, terms }: HighlightedProps) {
  return <Pieces pieces={matchedPieces(text, terms)} />
}

/** A profile's name, which a word can abbreviate. If it is too long for the row, the middle is left out. */
export function HighlightedName({ name, terms }: { readonly name: string; readonly terms: readonly Term[] }) {
  const pieces = matchedPieces(name, terms, true)
  const cut = tailStart(name)
  if (cut === undefined) {
    return (
      <span class="role-name">
        <Pieces pieces={pieces} />
      </span>
    )
  }
  const [head, tail] = splitAt(pieces, cut)
  return (
    <span class="role-name cut">
      <span class="visually-hidden">{name}</span>
      <span class="role-name-head" aria-hidden="true">
        <Pieces pieces={head} />
      </span>
      <span class="role-name-tail" aria-hidden="true">
        <Pieces pieces={tail} />
      </span>
    </span>
  )
}

/** An account id as AWS shows it, or an alias. */
export function HighlightedAccount({
  account,
  terms,
}: {
  readonly account: string
  readonly terms: readonly Term[]
}) {
  const pieces = matchedPieces(account, terms)
  if (dashedAccount(account) === account) return <Pieces pieces={pieces} />
  const [first, rest] = splitAt(pieces, 4)
  const [second, third] = splitAt(rest, 4)
  const hyphen = { text: '-', isMatch: false }
  return <Pieces pieces={[...first, hyphen, ...second, hyphen, ...third]} />
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return <>{pieces.map(piece => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))}</>
}

function splitAt(pieces: readonly Piece[], at: number): readonly [readonly Piece[], readonly Piece[]] {
  const [before, after]: [Piece[], Piece[]] = [[], []]
  let start = 0
  for (const { text, isMatch } of pieces) {
    const cut = Math.min(text.length, Math.max(0, at - start))
    if (cut > 0) before.push({ text: text.slice(0, cut), isMatch })
    if (cut < text.length) after.push({ text: text.slice(cut), isMatch })
    start += text.length
  }
  return [before, after]
}
