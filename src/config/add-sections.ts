import { readLine } from './read-line'
import { joinLines, splitLines, type TextLine } from './text-lines'

/**
 * The text with those sections of `other` behind it whose name it doesn't have yet, comments above and in them
 * included, with the text's line ends. Nothing of the text changes.
 */
export function addSections(text: string, other: string): string {
  const lines = splitLines(text)
  const taken = new Set(sectionsOf(lines).map(({ name }) => name))
  const end = lines.find(line => line.end !== '')?.end ?? '\n'
  const added = sectionsOf(splitLines(other.replace(/^\uFEFF/, '')))
    .filter(({ name }) => name !== undefined && !taken.has(name))
    .map(section => trimmed(section.lines).map(line => ({ text: line.text, end })))
  const closed = trimmed(lines).map(line => ({ text: line.text, end: line.end === '' ? end : line.end }))
  if (added.length === 0) return text
  const parts = closed.length === 0 ? added : [closed, ...added]
  return parts.map(joinLines).join(end)
}

interface SectionLines {
  /** Undefined for what stands above the first section. */
  readonly name: string | undefined
  readonly lines: readonly TextLine[]
}

/** Comments right above a header belong to it. */
function sectionsOf(lines: readonly TextLine[]): readonly SectionLines[] {
  const sections: { name: string | undefined; lines: TextLine[] }[] = [{ name: undefined, lines: [] }]
  let above: TextLine[] = []
  for (const [index, line] of lines.entries()) {
    const read = readLine(index === 0 ? line.text.replace(/^\uFEFF/, '') : line.text)
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

/** Without the blank lines at the end. */
function trimmed(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1)
}
