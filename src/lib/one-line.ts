declare const isLine: unique symbol
declare const isPlain: unique symbol

/** One line of a text as it stands there, without its end. It comes from `splitLines`, `lineOf`, `encode` or `writeHeader`. */
export type Line = string & { readonly [isLine]: true }

/**
 * A value that can be written into any line-based text: no control characters, no line break of any kind, no half of a
 * surrogate pair, and no more than `longestLine` characters. It comes from `oneLine` and `asOneLine` alone.
 */
export type OneLine = Line & { readonly [isPlain]: true }

/** How many UTF-16 code units a value may have, where nothing else is said. */
export const longestLine = 16_384

// The line breaks of Unicode that are no control characters are U+2028 and U+2029. Source: UAX #14, class BK.
const breaking = /[\p{Cc}\p{Cs}\u2028\u2029]/u
const breaks = /[\p{Cc}\u2028\u2029]+/gu
const halves = /\p{Cs}/gu

/** The text if it is one line of plain characters that isn't too long; else undefined. */
export function oneLine(text: string, longest = longestLine): OneLine | undefined {
  return text.length <= longest && !breaking.test(text) ? (text as OneLine) : undefined
}

/** The text made one line: a space for control characters and line breaks, `�` for half of a pair, cut if it is too long. */
export function asOneLine(text: string): OneLine {
  const plain = text.slice(0, longestLine).replace(breaks, ' ').replace(halves, '\uFFFD').trim()
  return plain as OneLine
}

/** Whether a text has a line break, another control character or half of a pair. */
export function isBreaking(text: string): boolean {
  return breaking.test(text)
}

/** What stands on a line of its own already, such as an editor's: a line break in it becomes a space. */
export function lineOf(text: string): Line {
  return text.replace(/[\r\n]+/g, ' ') as Line
}

/** Lines put together to one, as they are. */
export function joined(...parts: readonly Line[]): Line {
  return parts.join('') as Line
}

/** A stretch of a line. */
export function part(line: Line, from: number, to?: number): Line {
  return line.slice(from, to) as Line
}
