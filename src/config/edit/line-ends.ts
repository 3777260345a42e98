import { commonEnds } from '../../lib/common-ends'
import { byteOrderMarkOf, firstEnd, withoutByteOrderMark, withPlainEnds } from '../../lib/text-lines'

/** Returns the text as an editor shows it, with LF line ends and no byte order mark. */
export function toEditor(text: string): string {
  return withPlainEnds(withoutByteOrderMark(text))
}

/**
 * Returns the whole text after an edit that turned `toEditor(text)` into `edited`. Unedited parts keep their line ends, of
 * any kind, and the byte order mark; new lines end like the first one. Linear.
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
  // A remaining CR and a new LF would form one line end. Then all line ends become the same.
  return byteOrderMarkOf(text) + written(edited)
}

/** Maps the index of a character in the editor to its index in the whole text. */
function indexIn(text: string, index: number): number {
  let whole = byteOrderMarkOf(text).length + index
  for (let pair = text.indexOf('\r\n'); pair !== -1 && pair < whole; pair = text.indexOf('\r\n', pair + 2))
    whole++
  return whole
}
