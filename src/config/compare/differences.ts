import { joinLines, splitLines, withoutByteOrderMark, withPlainEnds } from '../../lib/text-lines'
import { sectionsByName } from '../parse/text-sections'

export interface Difference {
  /** The profile's name; undefined for the lines above the first section. */
  readonly name: string | undefined
  readonly lines: readonly DifferentLine[]
}

export interface DifferentLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

interface SectionText {
  readonly name: string | undefined
  readonly lines: readonly string[]
}

/**
 * Returns the differences between two texts, section by section in the order of the later one, with removed sections last.
 * Ignores line ends.
 */
export function differences(before: string, after: string): readonly Difference[] {
  const [old, now] = [readSections(before), readSections(after)]
  const found: Difference[] = []
  for (const [key, { name, lines }] of now) {
    const was = old.get(key)?.lines ?? []
    if (was.join('\n') !== lines.join('\n')) found.push({ name, lines: compareLines(was, lines) })
  }
  for (const [key, { name, lines }] of old) {
    if (!now.has(key)) found.push({ name, lines: compareLines(lines, []) })
  }
  return found
}

/**
 * Longer sections are reported as fully replaced, because comparing takes time proportional to the product of their lengths.
 */
const maxComparedLines = 300

/** Returns each line of both, in an order that both have. */
function compareLines(before: readonly string[], after: readonly string[]): readonly DifferentLine[] {
  if (before.length > maxComparedLines || after.length > maxComparedLines) {
    return [...before.map(text => line('removed', text)), ...after.map(text => line('added', text))]
  }
  const common = commonLengths(before, after)
  const lines: DifferentLine[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      lines.push(line('same', old))
      i++
      j++
    } else if (now === undefined || (old !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push(line('removed', old ?? ''))
      i++
    } else {
      lines.push(line('added', now))
      j++
    }
  }
  return lines
}

/** Returns the length of the longest common subsequence after each pair of positions. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

function line(kind: DifferentLine['kind'], text: string): DifferentLine {
  return { kind, text }
}

/** Returns the lines of each section, without trailing blank lines. */
function readSections(text: string): ReadonlyMap<string, SectionText> {
  const sections = [...sectionsByName(splitLines(withoutByteOrderMark(text)))].map(
    ([key, { name, lines }]) => {
      const written = withPlainEnds(joinLines(lines).trimEnd()).split('\n')
      return [key, { name, lines: written }] as const
    },
  )
  return new Map(sections.filter(([, { name, lines }]) => name !== undefined || lines.join('') !== ''))
}
