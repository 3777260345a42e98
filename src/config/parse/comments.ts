import { closedQuote, startsQuoted } from './quotes'

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
