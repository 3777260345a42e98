import { unsafe } from 'ini'
import { breaksQuotes, holdsCommentSign, isMeant } from '../../lib/look-alikes'
import { isBreaking, type Line } from '../../lib/one-line'
import { closedQuote, startsQuoted } from './quotes'

/** Decodes a raw value: double quotes are decoded, single quotes and backticks are literal. */
export function decode(raw: string): string {
  if (!startsQuoted(raw) || closedQuote(raw) !== raw) return raw
  if (raw.length >= 6 && raw.startsWith('"""') && raw.endsWith('"""')) return raw.slice(3, -3)
  const inner = raw.slice(1, -1)
  if (!raw.startsWith('"')) return inner
  const decoded: unknown = unsafe(raw)
  // `ini` returns anything it can't decode unchanged, such as "C:\dir".
  return typeof decoded === 'string' && decoded !== raw ? decoded : inner
}

/**
 * Encodes any text so that it reads back unchanged: quoted if it would otherwise be cut off or changed. The result is always
 * one line: line breaks, control characters and half surrogate pairs are escaped, and so are characters that would be taken
 * for others.
 */
export function encode(text: string): Line {
  if (!isMeant(text)) return escaped(text)
  const isPlain = !/^["'`\s]|\s$/.test(text) && !holdsCommentSign(text) && !isBreaking(text)
  if (isPlain) return text as Line
  return breaksQuotes(text) ? escaped(text) : quote(text)
}

/** Quotes the text in double quotes, escaping anything that could end a line or be displayed as something else. */
export function quote(text: string): Line {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029]/g, escapeOf) as Line
}

/** Quotes the text in double quotes, using only plain characters and escapes. */
export function escaped(text: string): Line {
  return quote(text).replace(/[^\0-\x7f]/g, escapeOf) as Line
}

/** Returns the escape sequence for a character in double quotes. */
export function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
