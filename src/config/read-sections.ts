import { awsKeys, isAwsKey, isCommandKey, isExportedKey } from './aws-keys'
import type { Problem, Span } from './diagnostic'
import { type Header, isReserved, isSettings, readHeader, ssoSessionOf, writeHeader } from './header'
import { isDestinationKey, type Key, keys } from './keys'
import { asOneLine, isBreaking, type Line, oneLine } from './one-line'
import { checkPortal, type PortalSession, type PortalSessions, portalSessionOf } from './portals'
import { readLine } from './read-line'
import { newSection, type Place, type Section } from './section'
import { guesser, keyFor, nearest } from './suggest'
import {
  type SettingKey,
  type SettingsSoFar,
  settingKeys,
  type TeamSettings,
  type TextOrigin,
} from './team-settings'
import { commentStart, decode, encode, isUnclosed, rawValue } from './value'

const semicolon = 59
const hash = 35
const openBracket = 91

const mostGuesses = 100

/** Of one text. Twice as many as anything here was measured with. */
export const mostProfiles = 20_000

/** What is reported is kept back until its section ends, since a section may turn out to be no profile. */
export interface Findings {
  report(problem: Problem, span: Span, section?: Section): void
  mark(): number
  forget(mark: number): void
}

export interface Sections {
  /** Those of profiles, by name, in the order of the text. */
  readonly sections: ReadonlyMap<string, Section>
  readonly settings: TeamSettings
  readonly portalSessions: PortalSessions
}

/**
 * Reads text with LF line ends into its profiles' sections and its settings, each value checked. Sections that
 * are no profiles are left out; so is each second section of a name. `index` is the text's among those read together.
 */
export function readSections(text: string, origin: TextOrigin, index: number, findings: Findings): Sections {
  const reader = new SectionReader(origin, index, findings)
  let number = 1
  for (let start = 0; start <= text.length; number++) {
    let end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    if (end > start) reader.readLine(text.slice(start, end), number)
    start = end + 1
  }
  return reader.end()
}

class SectionReader {
  readonly #origin: TextOrigin
  readonly #index: number
  readonly #findings: Findings
  readonly #sections = new Map<string, Section>()
  readonly #portalSessions = new Map<string, PortalSession | undefined>()
  readonly #settings: SettingsSoFar = { includes: new Set(), refresh: undefined }
  readonly #settingKeys: ReadonlyMap<string, SettingKey>
  #header: Header | undefined
  #section: Section | undefined
  #mark = 0
  /** The line each key was last seen on: a line of this section means that the key is given twice. */
  readonly #lastSeen = new Map<string, number>()
  /** The same for settings, in whatever section of the text. */
  readonly #settingsSeen = new Map<string, number>()
  readonly #guess = guesser(() => [...keys.keys(), ...awsKeys], mostGuesses)
  /** Lines indented deeper than this belong to the key above them, as those below `s3 =` do. */
  #blockIndent = Number.POSITIVE_INFINITY
  /** The same for a key of another tool, whose value may go on over lines without a `=`. */
  #valueIndent = Number.POSITIVE_INFINITY
  #toldOutside = false
  #toldTooMany = false

  constructor(origin: TextOrigin, index: number, findings: Findings) {
    this.#origin = origin
    this.#index = index
    this.#findings = findings
    this.#settingKeys = settingKeys(origin, this.#settings)
  }

  readLine(line: string, number: number): void {
    const indent = indentOf(line)
    const first = line.charCodeAt(indent)
    if (Number.isNaN(first) || first === semicolon || first === hash) return
    if (first === openBracket) this.#readHeader(line, number, indent)
    else if (!this.#section) this.#readOutside(line, number, indent)
    else if (!this.#header?.closed) return
    else if (isReserved(this.#header)) this.#readSetting(line, number, indent, this.#section)
    else this.#readKey(line, number, indent, this.#section)
  }

  end(): Sections {
    this.#endSection()
    const { includes, refresh } = this.#settings
    const settings = { includes: [...includes], ...(refresh !== undefined && { refresh }) }
    return { sections: this.#sections, settings, portalSessions: this.#portalSessions }
  }

  #readHeader(line: string, number: number, indent: number): void {
    this.#endSection()
    const content = line.trim()
    const header = readHeader(content)
    const name = oneLine(header.name)
    const section = newSection(
      name ?? asOneLine(header.name),
      this.#place(spanOf(number, indent, header.length)),
      this.#origin,
    )
    this.#mark = this.#findings.mark()
    this.#header = header
    this.#section = section
    this.#blockIndent = this.#valueIndent = Number.POSITIVE_INFINITY

    if (header.name === '') this.#findings.report(error('emptyName'), section, section)
    else if (name === undefined) {
      this.#findings.report(badName(header), section, section)
    } else if (!header.closed) {
      const fix = { text: writeHeader(header.name, header.marked) }
      this.#findings.report({ ...error('unclosedHeader', content), fix }, section, section)
    } else if (header.rest !== '') {
      const span = spanOf(number, line.lastIndexOf(header.rest), header.rest.length)
      this.#findings.report(warning('textAfterHeader', header.rest), span)
    }
  }

  /** Files the section that has been read so far, unless it is no profile or the second of its name. */
  #endSection(): void {
    const section = this.#section
    const header = this.#header
    this.#section = undefined
    if (!section || !header || header.name === '' || oneLine(header.name) === undefined) return
    if (!header.closed) {
      this.#endUnclosed(header, section)
      return
    }
    const hasAccount = section.profile.account !== undefined
    if (isReserved(header)) {
      if (!hasAccount) return
      const fix = { text: writeHeader(header.name, true) }
      this.#findings.forget(this.#mark)
      this.#findings.report({ ...error('reservedName', header.name), fix }, section)
      return
    }
    if (isSettings(header) && !hasAccount) {
      this.#findings.forget(this.#mark)
      const session = ssoSessionOf(header)
      if (session !== undefined && !this.#portalSessions.has(session)) {
        checkPortal(section, this.#findings.report)
        this.#portalSessions.set(session, portalSessionOf(section))
      }
      return
    }
    checkPortal(section, this.#findings.report)
    const first = this.#sections.get(header.name)
    if (!first && this.#sections.size >= mostProfiles) {
      this.#findings.forget(this.#mark)
      if (this.#toldTooMany) return
      this.#toldTooMany = true
      this.#findings.report(error('tooManyProfiles', String(mostProfiles)), section)
    } else if (first) {
      const problem = error('duplicateProfile', header.name, String(first.line))
      this.#findings.forget(this.#mark)
      this.#findings.report(problem, section)
    } else this.#sections.set(header.name, section)
  }

  /** Nothing of a section whose header isn't closed counts, but its name is taken: no other text's takes its place. */
  #endUnclosed(header: Header, section: Section): void {
    const session = ssoSessionOf(header)
    if (session !== undefined) {
      if (!this.#portalSessions.has(session)) this.#portalSessions.set(session, undefined)
    } else if (!isSettings(header) && !this.#sections.has(header.name))
      this.#sections.set(header.name, section)
  }

  #readKey(line: string, number: number, indent: number, section: Section): void {
    if (indent > this.#blockIndent) return
    const equals = line.indexOf('=')
    const comment = commentStart(line)
    const written =
      equals > indent && (comment === -1 || comment > equals) ? line.slice(indent, equals).trimEnd() : ''
    const known = keys.get(written) ?? keys.get(decode(written).toLowerCase())
    const key = known?.name ?? decode(written).toLowerCase()
    if (indent > this.#valueIndent && !known && !awsKeys.has(key)) return
    this.#blockIndent = this.#valueIndent = Number.POSITIVE_INFINITY

    const seen = this.#lastSeen.get(key)
    if (written === '') this.#readNoKey(line, number, indent, section)
    else if (seen !== undefined && seen > section.line) {
      this.#findings.report(error('duplicateKey', key, String(seen)), spanOf(number, indent, written.length))
    } else {
      this.#lastSeen.set(key, number)
      const raw = rawValue(line, equals + 1, comment, key)
      if (!known) this.#readOtherKey(written, key, raw, number, indent, section)
      else if (raw !== '') this.#readValue(known, raw, section, line, number, equals + 1)
      else {
        this.#findings.report(warning('emptyValue', key), spanOf(number, indent, written.length))
        section.misread ||= isDestinationKey(key)
      }
    }
  }

  /** A line of `[rolecall]`. What is known of profiles is taken too: an account tells that it was meant to be one. */
  #readSetting(line: string, number: number, indent: number, section: Section): void {
    const pair = readLine(line)
    if (pair.kind !== 'pair') {
      this.#readNoKey(line, number, indent, section)
      return
    }
    const { key, keyRange, value, valueRange } = pair
    const written = line.slice(keyRange.from, keyRange.to)
    const raw = line.slice(valueRange.from, valueRange.to)
    const keySpan = spanOf(number, keyRange.from, written.length)
    const setting = this.#settingKeys.get(key)
    const seen = this.#settingsSeen.get(key)
    if (!setting) {
      const plain = oneLine(value)
      if (plain !== undefined) keys.get(key)?.read(plain, section)
      this.#findings.report(unknownKey(written, nearest(key, this.#settingKeys.keys())), keySpan)
    } else if (seen !== undefined && !setting.several) {
      this.#findings.report(error('duplicateKey', key, String(seen)), keySpan)
    } else {
      this.#settingsSeen.set(key, number)
      const plain = oneLine(value)
      const problem =
        raw === '' ? undefined : plain === undefined ? badValue(key, value) : setting.read(plain)
      const span = spanOf(number, valueRange.from, raw.length)
      if (raw === '') this.#findings.report(warning('emptyValue', key), keySpan)
      else if (problem) this.#findings.report(problem, span)
      else if (isUnclosed(raw)) this.#findings.report(warning('unclosedQuote', key), span)
    }
  }

  #readValue(key: Key, raw: string, section: Section, line: string, number: number, from: number): void {
    const decoded = decode(raw)
    const value = oneLine(decoded, key.longest)
    const problem =
      value === undefined ? badValue(key.name, decoded, key.essential) : key.read(value, section)
    const unclosed = isUnclosed(raw)
    if (!problem && !unclosed && !key.span) return
    const span = spanOf(number, line.indexOf(raw, from), raw.length)
    if (key.span) section[key.span] = this.#place(span)
    if (problem) this.#findings.report(problem, span, section)
    else if (unclosed) this.#findings.report(warning('unclosedQuote', key.name), span)
  }

  #readOtherKey(
    written: string,
    key: string,
    raw: string,
    number: number,
    indent: number,
    section: Section,
  ): void {
    const isAws = isAwsKey(key)
    if (isAws) keepForExport(key, raw, section)
    else {
      const guess = keyFor(key) ?? this.#guess(key)
      this.#findings.report(unknownKey(written, guess), spanOf(number, indent, written.length))
      section.misread ||= isDestinationKey(guess)
    }
    if (raw === '') this.#blockIndent = indent
    else if (isAws) this.#valueIndent = indent
  }

  #readNoKey(line: string, number: number, indent: number, section: Section): void {
    const content = line.trim()
    // Python's reader, and so the AWS CLI, takes `key: value` too.
    const [, key, value] = /^(\w+)\s*:\s*(.*)$/.exec(content) ?? []
    const text = `${key} = ${value}` as Line
    const fix = key !== undefined && keys.has(key.toLowerCase()) ? { fix: { text } } : {}
    const span = spanOf(number, indent, content.length)
    this.#findings.report({ ...warning('notKeyValue', content), ...fix }, span)
    section.misread ||= isDestinationKey((key ?? /^\w+/.exec(content)?.[0])?.toLowerCase())
  }

  #place({ line, column, endColumn }: Span): Place {
    return { text: this.#index, line, column, endColumn }
  }

  #readOutside(line: string, number: number, indent: number): void {
    if (this.#toldOutside) return
    this.#toldOutside = true
    const content = line.trim()
    this.#findings.report(warning('outsideSection', content), spanOf(number, indent, content.length))
  }
}

function keepForExport(key: string, raw: string, section: Section): void {
  section.hasAwsKeys = true
  if (isCommandKey(key) && raw !== '') section.profile.command = true
  const value = isExportedKey(key) && raw !== '' ? oneLine(decode(raw)) : undefined
  if (value !== undefined) section.profile.aws = { ...section.profile.aws, [key]: value }
}

function unknownKey(written: string, guess: string | undefined): Problem {
  return guess === undefined
    ? warning('unknownKey', written)
    : { ...warning('misspelledKey', written, guess), fix: { text: encode(guess) } }
}

/** What is wrong with a value that isn't one line, or is too long. */
function badValue(key: string, value: string, essential = false): Problem {
  const severity = essential ? 'error' : 'warning'
  if (!isBreaking(value)) return { severity, kind: essential ? 'tooLongEssential' : 'tooLong', values: [key] }
  const fix = { text: encode(asOneLine(value)) }
  return { severity, kind: essential ? 'notOneLineEssential' : 'notOneLine', values: [key], fix }
}

function badName({ name, marked, closed }: Header): Problem {
  if (!isBreaking(name)) return error('tooLongName')
  const plain = asOneLine(name)
  if (plain === '' || !closed) return error('notOneLineName', plain)
  return { ...error('notOneLineName', plain), fix: { text: writeHeader(plain, marked) } }
}

function indentOf(line: string): number {
  const first = line.charCodeAt(0)
  return first > 32 && first < 128 ? 0 : line.length - line.trimStart().length
}

function spanOf(line: number, index: number, length: number): Span {
  return { line, column: index + 1, endColumn: index + length + 1 }
}

function error(kind: Problem['kind'], ...values: readonly string[]): Problem {
  return { severity: 'error', kind, values }
}

function warning(kind: Problem['kind'], ...values: readonly string[]): Problem {
  return { severity: 'warning', kind, values }
}
