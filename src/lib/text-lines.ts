import type { Line } from './one-line'

const byteOrderMark = '\uFEFF'
const lineEnds = /\r\n?|\n/g

/** Returns the text's byte order mark, or ''. It isn't part of the first line. */
export function byteOrderMarkOf(text: string): string {
  return text.startsWith(byteOrderMark) ? byteOrderMark : ''
}

/** Returns the text without a byte order mark at its start. */
export function withoutByteOrderMark<Text extends string>(text: Text): Text {
  return text.slice(byteOrderMarkOf(text).length) as Text
}

/** Replaces a byte order mark with a space, so that all columns stay the same. */
export function blankByteOrderMark<Text extends string>(text: Text): Text {
  return (byteOrderMarkOf(text) === '' ? text : ` ${text.slice(1)}`) as Text
}

/** Returns the text with LF as every line end. */
export function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replace(lineEnds, '\n') : text
}

/** Returns the first line end in a text; LF if it has none. */
export function firstEnd(text: string): Exclude<LineEnd, ''> {
  return (text.match(/\r\n?|\n/)?.[0] ?? '\n') as Exclude<LineEnd, ''>
}

/** A line end; '' at the end of the text. */
export type LineEnd = '\n' | '\r\n' | '\r' | ''

export interface TextLine {
  readonly text: Line
  readonly end: LineEnd
}

/** Splits a text into lines, which joined again are the text. There is no empty line after a final line end. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (const { 1: line = '', 2: end = '' } of text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)) {
    if (line !== '' || end !== '') lines.push({ text: line as Line, end: end as LineEnd })
  }
  return lines
}

export function joinLines(lines: readonly TextLine[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}
