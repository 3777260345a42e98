/** Formats ascending line numbers for reading: `3–5, 9`. */
export function lineRanges(lines: readonly number[]): string {
  const parts: string[] = []
  let first = 0
  lines.forEach((line, index) => {
    if (lines[index - 1] !== line - 1) first = line
    if (lines[index + 1] !== line + 1) parts.push(first === line ? `${line}` : `${first}–${line}`)
  })
  return parts.join(', ')
}
