import { commonEnds } from '../../lib/common-ends'

const byteOrderMark = '\uFEFF'
const lineEnd = /\r\n?|\n/

/** The text as an editor shows it: its lines end with LF, and no byte order mark stands before them. */
export function toEditor(text: string): string {
  const unmarked = text.startsWith(byteOrderMark) ? text.slice(1) : text
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked
}

/**
 * The whole text after an edit: `edited` is what became of `toEditor(text)`. What the edit left alone keeps its
 * line ends, of whatever kinds, and its byte order mark; new lines end like the first one. Linear.
 */
export function fromEditor(text: string, edited: string): string {
  const shown = toEditor(text)
  if (edited === shown) return text
  const end = lineEnd.exec(text)?.[0] ?? '\n'
  const written = (part: string) => (end === '\n' ? part : part.replaceAll('\n', end))

  const { before, after } = commonEnds(shown, edited)
  const whole =
    text.slice(0, indexIn(text, before)) +
    written(edited.slice(before, edited.length - after)) +
    text.slice(indexIn(text, shown.length - after))
  if (toEditor(whole) === edited) return whole
  // A CR that is left and an LF that is new would be one line end: then all become alike.
  return (text.startsWith(byteOrderMark) ? byteOrderMark : '') + written(edited)
}

/** Where in the whole text the character stands that has `index` in the editor. */
function indexIn(text: string, index: number): number {
  let whole = text.startsWith(byteOrderMark) ? index + 1 : index
  for (let pair = text.indexOf('\r\n'); pair !== -1 && pair < whole; pair = text.indexOf('\r\n', pair + 2))
    whole++
  return whole
}
