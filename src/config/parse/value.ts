import { unsafe } from 'ini'
import { hasOddEdge, holdsCommentSign, isMeant } from '../../lib/look-alikes'
import { isBreaking, type Line } from '../../lib/one-line'

/**
 * What stands after a key's `=`, without the comment and the space around it, quotes included.
 * `comment` is where the line's first `;` or `#` stands, or -1.
 */
export function rawValue(line: string, from: number, comment: number, key: string): string {
  const plain = line.slice(from, comment === -1 ? line.length : comment).trim()
  if (plain !== '' && key !== 'image' && !startsQuoted(plain)) return plain

  const rest = line.slice(from).trim()
  const quoted = closedQuote(rest)
  if (quoted !== undefined) return quoted
  // Elsewhere `#` starts a comment, and AWS Extend Switch Roles reads no such value at all.
  if (key === 'color' && rest.startsWith('#')) return /^#[^\s;#]*/.exec(rest)?.[0] ?? plain
  // A data URL has a `;` in it: there a comment needs a space before it.
  if (key === 'image' && rest.startsWith('data:')) {
    const end = rest.search(/\s[;#]/)
    return end === -1 ? rest : rest.slice(0, end).trimEnd()
  }
  return plain
}

/** The value that a raw one means: what is in double quotes decoded, what is in single quotes or backticks as it stands. */
export function decode(raw: string): string {
  if (!startsQuoted(raw) || closedQuote(raw) !== raw) return raw
  if (raw.length >= 6 && raw.startsWith('"""') && raw.endsWith('"""')) return raw.slice(3, -3)
  const inner = raw.slice(1, -1)
  if (!raw.startsWith('"')) return inner
  const decoded: unknown = unsafe(raw)
  // `ini` gives back what it cannot decode, as in "C:\dir".
  return typeof decoded === 'string' && decoded !== raw ? decoded : inner
}

/** Whether a raw value starts with a double quote that nothing closes. */
export function isUnclosed(raw: string): boolean {
  return raw.startsWith('"') && quoteEnd(raw) === -1
}

/**
 * Any text as it must be written to be read back: in quotes if it would be cut or changed without them. It is one line,
 * whatever the text: line breaks, control characters and halves of pairs are escaped, and so is what would be taken for
 * another character.
 */
export function encode(text: string): Line {
  if (!isMeant(text)) return escaped(text)
  const isPlain = !/^["'`\s]|\s$/.test(text) && !holdsCommentSign(text) && !isBreaking(text)
  if (isPlain) return text as Line
  return hasOddEdge(text) ? escaped(text) : quote(text)
}

/** The text in double quotes, all that could end a line or show as something else escaped. */
export function quote(text: string): Line {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029]/g, escapeOf) as Line
}

/** The text in double quotes, with plain characters and escapes alone. */
export function escaped(text: string): Line {
  return quote(text).replace(/[^\0-\x7f]/g, escapeOf) as Line
}

/** The character as the escape that double quotes know. */
export function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * The value that a raw one would be if the `;` or `#` behind it belonged to it, as in `Team #5` and `OPS#123`; undefined if
 * there is none, or if it starts a comment as people write them: with space before it and behind it. `from` is where the
 * raw value may start.
 */
export function wholeValue(line: string, from: number, raw: string): string | undefined {
  const rest = line.slice(from).trim()
  if (rest.length === raw.length || !rest.startsWith(raw) || startsQuoted(raw)) return undefined
  const behind = raw === '' ? ` ${rest}` : rest.slice(raw.length)
  const comment = /\s[;#](?=[\s;#]|$)/.exec(behind)?.index ?? behind.length
  const cut = behind.slice(0, comment).trimEnd()
  return cut === '' ? undefined : raw === '' ? cut.trimStart() : raw + cut
}

/** Whether a raw value starts with a quote, of whatever kind. */
function startsQuoted(text: string): boolean {
  const first = text.charCodeAt(0)
  return first === 34 || first === 39 || first === 96
}

/** The quoted text that `rest` starts with, if nothing but a comment comes after it. */
function closedQuote(rest: string): string | undefined {
  const end = quoteEnd(rest)
  return end !== -1 && /^\s*(?:[;#]|$)/.test(rest.slice(end)) ? rest.slice(0, end) : undefined
}

/** The index after the quote that closes the one at the start, or -1. */
function quoteEnd(rest: string): number {
  // Granted's library quotes with \` what holds a `#`, and with three double quotes what holds a \` too.
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
