import { firstCommentSign } from '../../lib/first-comment-sign'
import { isBreaking, type Line } from '../../lib/one-line'
import { meantLine } from './meant'
import { decode, escaped, escapeOf, quote } from './value'

export interface Header {
  /** Without the word `profile`, and decoded if quoted, like the AWS CLI does. */
  readonly name: string
  /** Whether the word `profile` comes before the name. */
  readonly hasProfileWord: boolean
  /** False if the closing bracket is missing. */
  readonly closed: boolean
  /** The header's length within the line. */
  readonly length: number
  /** The text after it, apart from a comment. */
  readonly rest: string
}

/**
 * Parses a line that starts with `[`, without the spaces around it. A `;` or `#` is part of the name if the bracket only
 * closes after it.
 */
export function readHeader(content: string): Header {
  const comment = firstCommentSign(content)
  const plain = comment === -1 ? content : content.slice(0, comment).trimEnd()
  // AWS Extend Switch Roles uses the last bracket if nothing follows it: `[a]b]` is named `a]b`.
  if (plain.endsWith(']')) return header(plain.slice(1, -1), plain.length)

  const end = content.indexOf(']')
  if (end === -1) return { ...header(plain.slice(1), plain.length), closed: false }
  const behind = content.slice(end + 1)
  const behindComment = firstCommentSign(behind)
  const rest = behindComment === -1 ? behind : behind.slice(0, behindComment)
  return { ...header(content.slice(1, end), end + 1), rest: rest.trim() }
}

/**
 * Returns the plainest header that reads back as the section of that name, whatever the name. `hasProfileWord`: with the word
 * `profile`. It is also added if the section would otherwise be taken for settings.
 */
export function writeHeader(name: string, hasProfileWord: boolean): Line {
  const word = hasProfileWord || isSettings({ name, hasProfileWord }) ? 'profile ' : ''
  const isReadBack = (written: string) => {
    const line = `[${word}${written}]`
    return readHeader(meantLine(line)?.text ?? line).name === name
  }
  // Hostile texts have thousands of names, and most are as plain as this.
  if (!isBreaking(name) && isReadBack(name)) return `[${word}${name}]` as Line
  const quoted = quote(name)
  const written = isReadBack(quoted) ? quoted : escaped(name).replace(/[;#\]]/g, escapeOf)
  return `[${word}${written}]` as Line
}

/** Whether a section contains settings of the AWS CLI and SDKs, or of Rolecall, unless it names an account. */
export function isSettings({ name, hasProfileWord }: Pick<Header, 'name' | 'hasProfileWord'>): boolean {
  return !hasProfileWord && /^(?:sso-session|services)(?:\s|$)|^(?:preview|plugins|rolecall)$/i.test(name)
}

/** Returns the name of an `[sso-session …]`, which says where a portal is; undefined for any other section. */
export function ssoSessionOf({ name, hasProfileWord }: Header): string | undefined {
  const written = hasProfileWord ? undefined : /^sso-session\s+(.+)$/i.exec(name)?.[1]
  return written === undefined ? undefined : decode(written)
}

/** Whether it is the one settings section that can't be a profile, whatever it contains. */
export function isReserved({ name, hasProfileWord }: Header): boolean {
  return !hasProfileWord && name.toLowerCase() === 'rolecall'
}

function header(text: string, length: number): Header {
  const written = text.trim()
  const name = written.replace(/^profile\s+/i, '')
  return { name: decode(name), hasProfileWord: name !== written, closed: true, length, rest: '' }
}
