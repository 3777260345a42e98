import type { Line } from './one-line'

/** How a line ends: '' at the end of the text. */
export type LineEnd = '\n' | '\r\n' | '\r' | ''

/** One line of a text. */
export interface TextLine {
  readonly text: Line
  readonly end: LineEnd
}

/** The lines of a text, which joined again are the text. A text that ends with a line end has no empty line behind it. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (const { 1: line = '', 2: end = '' } of text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)) {
    if (line !== '' || end !== '') lines.push({ text: line as Line, end: end as LineEnd })
  }
  return lines
}

/** One text of lines, with the end that each brings along: nothing is put between them. */
export function joinLines(lines: readonly TextLine[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}
