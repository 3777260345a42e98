import type { Line } from './one-line'

const byteOrderMark = '\uFEFF'
const lineEnds = /\r\n?|\n/g

/** The byte order mark that a text begins with, or '' if there is none: it is no part of the first line. */
export function markOf(text: string): string {
  return text.startsWith(byteOrderMark) ? byteOrderMark : ''
}

/** The text without a byte order mark at its start. */
export function withoutMark<Text extends string>(text: Text): Text {
  return text.slice(markOf(text).length) as Text
}

/** The text, as long as it was, with a space for a byte order mark: each column stays where it was. */
export function blankMark<Text extends string>(text: Text): Text {
  return (markOf(text) === '' ? text : ` ${text.slice(1)}`) as Text
}

/** The text with LF at the end of each line, of whatever kinds its ends are. */
export function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replace(lineEnds, '\n') : text
}

/** How the first line of a text ends that has an end; LF if none has. */
export function firstEnd(text: string): Exclude<LineEnd, ''> {
  return (text.match(/\r\n?|\n/)?.[0] ?? '\n') as Exclude<LineEnd, ''>
}

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
