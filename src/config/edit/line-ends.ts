import { commonEnds } from '../../lib/common-ends'
import { firstEnd, markOf, withoutMark, withPlainEnds } from '../../lib/text-lines'

/** The text as an editor shows it: its lines end with LF, and no byte order mark stands before them. */
export function toEditor(text: string): string {
  return withPlainEnds(withoutMark(text))
}

/**
 * The whole text after an edit: `edited` is what became of `toEditor(text)`. What the edit left alone keeps its
 * line ends, of whatever kinds, and its byte order mark; new lines end like the first one. Linear.
 */
export function fromEditor(text: string, edited: string): string {
  const shown = toEditor(text)
  if (edited === shown) return text
  const end = firstEnd(text)
  const written = (part: string) => (end === '\n' ? part : part.replaceAll('\n', end))

  const { before, after } = commonEnds(shown, edited)
  const whole =
    text.slice(0, indexIn(text, before)) +
    written(edited.slice(before, edited.length - after)) +
    text.slice(indexIn(text, shown.length - after))
  if (toEditor(whole) === edited) return whole
  // A CR that is left and an LF that is new would be one line end: then all become alike.
  return markOf(text) + written(edited)
}

/** Where in the whole text the character stands that has `index` in the editor. */
function indexIn(text: string, index: number): number {
  let whole = markOf(text).length + index
  for (let pair = text.indexOf('\r\n'); pair !== -1 && pair < whole; pair = text.indexOf('\r\n', pair + 2))
    whole++
  return whole
}
