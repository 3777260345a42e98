/** One line of a text. */
export interface TextLine {
  readonly text: string
  /** `\n`, `\r\n` or `\r`; '' at the end of the text. */
  readonly end: string
}

/** The lines of a text, which joined again are the text. A text that ends with a line end has no empty line behind it. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (const { 1: line = '', 2: end = '' } of text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)) {
    if (line !== '' || end !== '') lines.push({ text: line, end })
  }
  return lines
}

/** One text of lines, with the end that each brings along: nothing is put between them. */
export function joinLines(lines: readonly TextLine[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}
