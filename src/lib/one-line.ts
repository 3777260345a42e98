declare const isLine: unique symbol
declare const isPlain: unique symbol

/** One line of a text, unchanged, without its line end. Created by `splitLines`, `lineOf`, `encode` or `writeHeader`. */
export type Line = string & { readonly [isLine]: true }

/**
 * A value that is safe in any line-based text: no control characters, line breaks of any kind or half surrogate pairs, and
 * at most `maxLineLength` characters. Only `oneLine` and `asOneLine` create it.
 */
export type OneLine = Line & { readonly [isPlain]: true }

/** The default limit for a value, in UTF-16 code units. */
export const maxLineLength = 16_384

// The only Unicode line breaks that aren't control characters are U+2028 and U+2029. Source: UAX #14, class BK.
const breaking = /[\p{Cc}\p{Cs}\u2028\u2029]/u
const breaks = /[\p{Cc}\u2028\u2029]+/gu
const halves = /\p{Cs}/gu

/** Returns the text if it is one line of plain characters within the limit, else undefined. */
export function oneLine(text: string, longest = maxLineLength): OneLine | undefined {
  return text.length <= longest && !breaking.test(text) ? (text as OneLine) : undefined
}

/**
 * Turns the text into one line: control characters and line breaks become spaces, half surrogate pairs become `�`, and text
 * beyond the limit is cut off.
 */
export function asOneLine(text: string): OneLine {
  const plain = text.slice(0, maxLineLength).replace(breaks, ' ').replace(halves, '\uFFFD').trim()
  return plain as OneLine
}

/** Whether a text contains a line break, another control character or half a surrogate pair. */
export function isBreaking(text: string): boolean {
  return breaking.test(text)
}

/** Returns a text that is already on a line of its own, such as an editor's. A line break in it becomes a space. */
export function lineOf(text: string): Line {
  return text.replace(/[\r\n]+/g, ' ') as Line
}

export function joined(...parts: readonly Line[]): Line {
  return parts.join('') as Line
}

export function part(line: Line, from: number, to?: number): Line {
  return line.slice(from, to) as Line
}
