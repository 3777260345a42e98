import { joinLines, splitLines, type TextLine } from './text-lines'
import { sectionsOf } from './text-sections'

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

/** Without the blank lines at the end. */
function trimmed(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1)
}
