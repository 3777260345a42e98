import { type TextLine, withoutByteOrderMark } from '../../lib/text-lines'
import { readLine } from './read-line'

export interface SectionLines {
  /** Undefined for the lines above the first section. */
  readonly name: string | undefined
  readonly lines: readonly TextLine[]
}

/** Splits a text into sections, which together contain all of its lines. Comments right above a header belong to it. */
export function sectionsOf(lines: readonly TextLine[]): readonly SectionLines[] {
  const sections: { name: string | undefined; lines: TextLine[] }[] = [{ name: undefined, lines: [] }]
  let above: TextLine[] = []
  for (const [index, line] of lines.entries()) {
    const read = readLine(index === 0 ? withoutByteOrderMark(line.text) : line.text)
    if (read.kind === 'header') {
      sections.push({ name: read.name, lines: [...above, line] })
      above = []
    } else if (read.kind === 'comment') above.push(line)
    else {
      sections.at(-1)?.lines.push(...above, line)
      above = []
    }
  }
  sections.at(-1)?.lines.push(...above)
  return sections
}

/** Returns a text's sections by name, with a number if several share it. The part above the first is always present. */
export function sectionsByName(lines: readonly TextLine[]): ReadonlyMap<string, SectionLines> {
  const sections = new Map<string, SectionLines>()
  for (const section of sectionsOf(lines)) {
    const { name } = section
    let key = name === undefined ? '' : `0 ${name}`
    for (let number = 1; sections.has(key); number++) key = `${number} ${name}`
    sections.set(key, section)
  }
  return sections
}
