import { unsafe } from 'ini'
import { hasOddEdge, holdsCommentSign, isMeant } from '../../lib/look-alikes'
import { isBreaking, type Line } from '../../lib/one-line'

/**
 * Returns the text after a key's `=`, without the comment and surrounding space, including quotes. `comment` is the index of
 * the line's first `;` or `#`, or -1.
 */
export function rawValue(line: string, from: number, comment: number, key: string): string {
  const plain = line.slice(from, comment === -1 ? line.length : comment).trim()
  if (plain !== '' && key !== 'image' && !startsQuoted(plain)) return plain

  const rest = line.slice(from).trim()
  const quoted = closedQuote(rest)
  if (quoted !== undefined) return quoted
  // Elsewhere `#` starts a comment, and AWS Extend Switch Roles doesn't read such values at all.
  if (key === 'color' && rest.startsWith('#')) return /^#[^\s;#]*/.exec(rest)?.[0] ?? plain
  // A data URL contains a `;`, so a comment needs a space before it.
  if (key === 'image' && rest.startsWith('data:')) {
    const end = rest.search(/\s[;#]/)
    return end === -1 ? rest : rest.slice(0, end).trimEnd()
  }
  return plain
}

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

/** Whether a raw value starts with an unclosed double quote. */
export function isUnclosed(raw: string): boolean {
  return raw.startsWith('"') && quoteEnd(raw) === -1
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
  return hasOddEdge(text) ? escaped(text) : quote(text)
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

/**
 * Returns the raw value including the text from its `;` or `#` on, as in `Team #5` and `OPS#123`; undefined if there is
 * none, or if it starts a comment as people write them, with a space before and after. `from` is where the raw value may
 * start.
 */
export function wholeValue(line: string, from: number, raw: string): string | undefined {
  const rest = line.slice(from).trim()
  if (rest.length === raw.length || !rest.startsWith(raw) || startsQuoted(raw)) return undefined
  const behind = raw === '' ? ` ${rest}` : rest.slice(raw.length)
  const comment = /\s[;#](?=[\s;#]|$)/.exec(behind)?.index ?? behind.length
  const cut = behind.slice(0, comment).trimEnd()
  return cut === '' ? undefined : raw === '' ? cut.trimStart() : raw + cut
}

/** Whether a raw value starts with a quote of any kind. */
function startsQuoted(text: string): boolean {
  const first = text.charCodeAt(0)
  return first === 34 || first === 39 || first === 96
}

/** Returns the quoted text at the start of `rest`, if only a comment follows it. */
function closedQuote(rest: string): string | undefined {
  const end = quoteEnd(rest)
  return end !== -1 && /^\s*(?:[;#]|$)/.test(rest.slice(end)) ? rest.slice(0, end) : undefined
}

/** Returns the index after the quote that closes the first one, or -1. */
function quoteEnd(rest: string): number {
  // Granted's library quotes a value that contains `#` with \`, and one that also contains \` with three double quotes.
  const tripleEnd = rest.startsWith('"""') ? rest.indexOf('"""', 3) : -1
  if (tripleEnd !== -1) return tripleEnd + 3
  if (rest.startsWith("'") || rest.startsWith('`')) return rest.indexOf(rest.charAt(0), 1) + 1 || -1
  if (!rest.startsWith('"')) return -1
  for (let index = 1; index < rest.length; index++) {
    if (rest[index] === '\\') index++
    else if (rest[index] === '"') return index + 1
  }
  return -1
}
