import { splitLines } from '../../lib/text-lines'
import { isRemoved, mayHoldSecrets, secretsIn } from './find-secrets'

/** Text that may be stored, and where something was taken out of it. */
export interface Clean {
  readonly text: string
  /** 1-based lines, ascending. The lines are the same ones before and after. */
  readonly lines: readonly number[]
}

const secretKey = /aws_(?:access_key_id|secret_access_key|session_token|security_token)/gi
/** What may stand before a key at the start of a line: quotes, comment marks, a shell's assignment. */
const beforeKey = /^[\s"'`;#]*(?:(?:export|set)\s+|\$env:)?["'`]?$/i
const longestBeforeKey = 200
const comment = /^\s*[;#]/
/** The least that AWS's keys and tokens look like. Source: IAM API reference, AccessKey. */
const credential = /^["'`]?[\w+/=-]{16}/
const credentialLine = /^["'`]?[\w+/-]{16,}=*["'`]?$/
/** As much of a value as must be seen to judge it. */
const glance = 300

/** What one pass leaves may show what it hid, as the first of two names on a line does. */
const mostPasses = 8

/**
 * Takes access keys, session tokens, passwords and private keys out of a text, wherever they stand and whatever kind of
 * file they are from: by their names, and by what they look like. A comment that says so takes each one's place, since a key without a
 * value would make the AWS CLI read the lines below it as that value. All else stays as it is, line ends included.
 */
export function withoutSecrets(text: string): Clean {
  const lines = new Set<number>()
  let clean = text
  for (let pass = 0; pass < mostPasses; pass++) {
    const named = withoutAwsKeys(clean)
    const found = withoutFound(named.text)
    for (const line of [...named.lines, ...found.lines]) lines.add(line)
    clean = found.text
    if (named.lines.length + found.lines.length === 0) break
  }
  return { text: clean, lines: [...lines].sort((one, other) => one - other) }
}

/** The 1-based lines of a text that something secret was taken out of before, ascending. */
export function removedLines(text: string): readonly number[] {
  return splitLines(text).flatMap(({ text }, index) => (isRemoved(text) ? [index + 1] : []))
}

/** What `secretsIn` finds, cut to the end of its line. */
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
 * `aws_access_key_id`, `aws_secret_access_key`, `aws_session_token` and `aws_security_token`, in any case, spacing and quotes,
 * wherever they stand, also in comments, and with whatever value.
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

/** What stands before the key on its line, or undefined where it isn't the line's key. */
function keyPrefix(text: string, start: number, index: number): string | undefined {
  if (index - start > longestBeforeKey) return undefined
  const prefix = text.slice(start, index)
  return beforeKey.test(prefix) ? prefix : undefined
}

interface Assigned {
  readonly sign: boolean
  /** The value's beginning. */
  readonly value: string
}

/** What is assigned behind a key's name; '' where an assignment has no value, undefined where there is none. */
function readValue(text: string, from: number, end: number): Assigned | '' | undefined {
  const quote = /["'`]/.test(text.charAt(from)) ? from + 1 : from
  const space = skipSpace(text, quote, end)
  const sign = text[space] === '=' || text[space] === ':'
  if (!sign && space === quote) return undefined
  const start = sign ? skipSpace(text, space + 1, end) : space
  if (start === end) return sign ? '' : undefined
  return { sign, value: text.slice(start, Math.min(end, start + glance)) }
}

function isSecret(assigned: Assigned | '' | undefined, key: string | undefined): boolean {
  if (!assigned) return false
  // A commented line may be prose: “aws_session_token: never put it here”.
  const isProse = key !== undefined && comment.test(key) && /\S\s+\S/.test(assigned.value)
  return (assigned.sign && key !== undefined && !isProse) || credential.test(assigned.value)
}

/** The lines below that go on with a value: indented deeper, and nothing but a credential. */
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

/** Gives the line of an index; asked in ascending order, it passes over the text once. */
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
