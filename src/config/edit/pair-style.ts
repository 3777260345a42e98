import { asOneLine, joined, type Line, part } from '../../lib/one-line'
import { type Pair, readLine } from '../parse/read-line'

/** The style of a section's `key = value` lines. */
export interface PairStyle {
  readonly indent: Line
  /** The column of the `=`, from 0, if they are aligned; else undefined. */
  readonly column: number | undefined
  /** The text on each side of an unaligned `=`. */
  readonly before: Line
  readonly after: Line
}

const equals = asOneLine('=')
const plainStyle: PairStyle = { indent: joined(), column: undefined, before: spaces(1), after: spaces(1) }

/** Returns the pairs among the lines, except those that are part of another's value, indented below an empty one. */
export function ownPairs(
  lines: readonly string[],
): readonly { readonly index: number; readonly pair: Pair }[] {
  let block = Number.POSITIVE_INFINITY
  return lines.flatMap((text, index) => {
    const pair = readLine(text)
    if (pair.kind !== 'pair' || pair.keyRange.from > block) return []
    block = pair.value === '' ? pair.keyRange.from : Number.POSITIVE_INFINITY
    return [{ index, pair }]
  })
}

/** Returns the style of some lines, mostly that of the last pair. */
export function pairStyle(lines: readonly Line[]): PairStyle {
  const pairs = ownPairs(lines).flatMap(({ index, pair: line }) => {
    const text = lines[index]
    return text === undefined || line.value === '' ? [] : [{ text, line }]
  })
  const last = pairs.at(-1)
  if (!last) return plainStyle
  const { text, line } = last
  const space = part(text, line.keyRange.to, line.equals)
  const aligned =
    pairs.every(pair => pair.line.equals === line.equals) &&
    (space.length > 1 || new Set(pairs.map(pair => keyLength(pair.line))).size > 1)
  return {
    indent: part(text, 0, line.keyRange.from),
    column: aligned ? line.equals : undefined,
    before: part(space, 0, 1),
    after: part(text, line.equals + 1, line.valueRange.from),
  }
}

/** Writes one line in the style, without a line end. Writes `value` unchanged. */
export function writePair({ indent, column, before, after }: PairStyle, key: Line, value: Line): Line {
  const left = indent.length + key.length
  const space = column === undefined || left >= column ? before : spaces(column - left)
  return joined(indent, key, space, equals, after, value)
}

function spaces(count: number): Line {
  return ' '.repeat(count) as Line
}

function keyLength({ keyRange }: Pair): number {
  return keyRange.to - keyRange.from
}
