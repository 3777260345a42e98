import { splitLines } from '../../lib/text-lines'
import { isRemoved, mayHoldSecrets, secretsIn } from './find-secrets'

/** Text that may be stored, and where secrets were removed from it. */
export interface Clean {
  readonly text: string
  /** 1-based line numbers, ascending. They are the same before and after. */
  readonly lines: readonly number[]
}

const secretKey = /aws_(?:access_key_id|secret_access_key|session_token|security_token)/gi
/** What may come before a key at the start of a line: quotes, comment marks, a shell assignment. */
const beforeKey = /^[\s"'`;#]*(?:(?:export|set)\s+|\$env:)?["'`]?$/i
const maxLengthBeforeKey = 200
const comment = /^\s*[;#]/
/** The minimum form of AWS's keys and tokens. Source: IAM API reference, AccessKey. */
const credential = /^["'`]?[\w+/=-]{16}/
const credentialLine = /^["'`]?[\w+/-]{16,}=*["'`]?$/
/** How much of a value is needed to judge it. */
const judgedLength = 300

/** Each pass may reveal something that was hidden before, such as the first of two names on a line. */
const maxPasses = 8

/**
 * Removes access keys, session tokens, passwords and private keys from a text, anywhere and from any kind of file, by their
 * names and by what they look like. A comment that says so replaces each one, because the AWS CLI would read the lines below
 * a key without a value as that value. Everything else stays as it is, including line ends.
 */
export function withoutSecrets(text: string): Clean {
  const lines = new Set<number>()
  let clean = text
  for (let pass = 0; pass < maxPasses; pass++) {
    const named = withoutAwsKeys(clean)
    const found = withoutFound(named.text)
    for (const line of [...named.lines, ...found.lines]) lines.add(line)
    clean = found.text
    if (named.lines.length + found.lines.length === 0) break
  }
  return { text: clean, lines: [...lines].sort((one, other) => one - other) }
}

/** Returns the 1-based numbers of lines that secrets were removed from earlier, ascending. */
export function removedLines(text: string): readonly number[] {
  return splitLines(text).flatMap(({ text }, index) => (isRemoved(text) ? [index + 1] : []))
}

/** Removes what `secretsIn` finds, up to the end of its line. */
function withoutFound(text: string): Clean {
  if (!mayHoldSecrets(text)) return { text, lines: [] }
  const written = splitLines(text)
  const secrets = secretsIn(written.map(({ text }) => text))
  const lines = secrets.flatMap((secret, index) => (secret ? [index + 1] : []))
  if (lines.length === 0) return { text, lines }
  const clean = written.map(({ text, end }, index) => {
    const secret = secrets[index]
    if (!secret) return text + end
    const before = text.slice(0, secret.from)
    return `${before}${before.trim() === '' ? '' : ' '}; ${secret.name} removed${end}`
  })
  return { text: clean.join(''), lines }
}

/**
 * Removes `aws_access_key_id`, `aws_secret_access_key`, `aws_session_token` and `aws_security_token`, in any case, spacing
 * and quotes, anywhere, including in comments, and with any value.
 */
function withoutAwsKeys(text: string): Clean {
  let clean = ''
  let kept = 0
  let start = 0
  let end = -1
  const lines: number[] = []
  const lineOf = lineCounter(text)
  const cut = (from: number, to: number, instead: string) => {
    clean += text.slice(kept, from) + instead
    lines.push(lineOf(from))
    kept = to
  }
  for (const { 0: name, index } of text.matchAll(secretKey)) {
    if (index < kept) continue
    if (index > end) [start, end] = [lineStart(text, index), lineEnd(text, index)]
    const key = keyPrefix(text, start, index)
    const value = readValue(text, index + name.length, end)
    const found = isSecret(value, key)
    if (!found && !(value === '' && key !== undefined)) continue

    const more = continuation(text, end, key ?? '')
    if (!found && more.length === 0) continue
    const from = key === undefined ? index : start + key.length - key.trimStart().length
    cut(from, end, `${key === undefined ? ' ' : ''}; ${name} removed`)
    for (const line of more) cut(line.start, line.end, '; removed')
  }
  return lines.length === 0 ? { text, lines } : { text: clean + text.slice(kept), lines }
}

/** Returns the text before the key on its line, or undefined if it isn't the line's key. */
function keyPrefix(text: string, start: number, index: number): string | undefined {
  if (index - start > maxLengthBeforeKey) return undefined
  const prefix = text.slice(start, index)
  return beforeKey.test(prefix) ? prefix : undefined
}

interface Assigned {
  readonly sign: boolean
  readonly value: string
}

/**
 * Returns the value assigned after a key's name: '' for an assignment without a value, undefined if there is no assignment.
 */
function readValue(text: string, from: number, end: number): Assigned | '' | undefined {
  const quote = /["'`]/.test(text.charAt(from)) ? from + 1 : from
  const space = skipSpace(text, quote, end)
  const sign = text[space] === '=' || text[space] === ':'
  if (!sign && space === quote) return undefined
  const start = sign ? skipSpace(text, space + 1, end) : space
  if (start === end) return sign ? '' : undefined
  return { sign, value: text.slice(start, Math.min(end, start + judgedLength)) }
}

function isSecret(assigned: Assigned | '' | undefined, key: string | undefined): boolean {
  if (!assigned) return false
  // A comment may be prose: “aws_session_token: never put it here”.
  const isProse = key !== undefined && comment.test(key) && /\S\s+\S/.test(assigned.value)
  return (assigned.sign && key !== undefined && !isProse) || credential.test(assigned.value)
}

/** Returns the lines below that continue a value: indented deeper, and containing only a credential. */
function continuation(text: string, from: number, key: string): readonly { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  const indent = key.length - key.trimStart().length
  for (let end = from; end < text.length; ) {
    const start = text.startsWith('\r\n', end) ? end + 2 : end + 1
    end = lineEnd(text, start)
    const first = skipSpace(text, start, end)
    if (first - start <= indent || !credentialLine.test(text.slice(first, end).trimEnd())) break
    lines.push({ start: first, end })
  }
  return lines
}

function skipSpace(text: string, from: number, end: number): number {
  let index = from
  while (index < end && text.charAt(index).trim() === '') index++
  return index
}

function lineStart(text: string, index: number): number {
  let start = index
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--
  return start
}

function lineEnd(text: string, index: number): number {
  let end = index
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
  return end
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}

/** Returns a function that maps an index to its line. In ascending order, all calls together pass over the text once. */
function lineCounter(text: string): (index: number) => number {
  let line = 1
  let position = 0
  return index => {
    for (; position < index; position++) {
      const code = text.charCodeAt(position)
      if (code === 10 ? text.charCodeAt(position - 1) !== 13 : code === 13) line++
    }
    return line
  }
}
