import { type Pair, readLine } from './read-line'

/** How the lines `key = value` of a section are written. */
export interface PairStyle {
  readonly indent: string
  /** The column of the `=`, from 0, where they stand below each other; else undefined. */
  readonly column: number | undefined
  /** What stands on each side of a `=` that isn't aligned. */
  readonly before: string
  readonly after: string
}

const plainStyle: PairStyle = { indent: '', column: undefined, before: ' ', after: ' ' }

/** The pairs among the lines, but for those that are the value of another: they are indented below an empty one. */
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

/** The style of some lines, most of all of the last pair among them. */
export function pairStyle(lines: readonly string[]): PairStyle {
  const pairs = ownPairs(lines).flatMap(({ index, pair: line }) => {
    const text = lines[index]
    return text === undefined || line.value === '' ? [] : [{ text, line }]
  })
  const last = pairs.at(-1)
  if (!last) return plainStyle
  const { text, line } = last
  const space = text.slice(line.keyRange.to, line.equals)
  const aligned =
    pairs.every(pair => pair.line.equals === line.equals) &&
    (space.length > 1 || new Set(pairs.map(pair => keyLength(pair.line))).size > 1)
  return {
    indent: text.slice(0, line.keyRange.from),
    column: aligned ? line.equals : undefined,
    before: space.slice(0, 1),
    after: text.slice(line.equals + 1, line.valueRange.from),
  }
}

/** One line in the style, without its end. `value` is written as it stands. */
export function writePair({ indent, column, before, after }: PairStyle, key: string, value: string): string {
  const left = indent + key
  const padded = column === undefined || left.length >= column ? left + before : left.padEnd(column)
  return `${padded}=${after}${value}`
}

function keyLength({ keyRange }: Pair): number {
  return keyRange.to - keyRange.from
}
