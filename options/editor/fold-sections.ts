import { foldService } from '@codemirror/language'
import { readLine } from '../../src/config/parse/read-line'

/** Folds a section under its header, without the blank lines and comments that lead to the next one. */
export const foldSections = foldService.of(({ doc }, lineStart) => {
  const header = doc.lineAt(lineStart)
  if (readLine(header.text).kind !== 'header') return null
  let end = header.to
  for (let number = header.number + 1; number <= doc.lines; number++) {
    const line = doc.line(number)
    const { kind } = readLine(line.text)
    if (kind === 'header') break
    if (kind === 'pair' || kind === 'other') end = line.to
  }
  return end > header.to ? { from: header.to, to: end } : null
})
