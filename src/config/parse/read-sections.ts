import { changedStretch, describeChanges, type Meant } from '../../lib/look-alikes'
import { asOneLine, isBreaking, type Line, oneLine } from '../../lib/one-line'
import { isRemoved } from '../secrets/find-secrets'
import { awsKeys, isAwsKey, isCommandKey, isExportedKey, settingsOfAws } from './aws-keys'
import { rawValue, wholeValue } from './comments'
import type { Diagnosis, Span } from './diagnostic'
import { isDestinationKey, type Key, keys } from './keys'
import { meantLine } from './meant'
import { nameApart, twinKey } from './name-apart'
import { checkPortal, type PortalSession, type PortalSessions, portalSessionOf } from './portal-profiles'
import { isUnclosed } from './quotes'
import { readLine, splitPair } from './read-line'
import { asOne, conflicts, sameName } from './same-name'
import { newSection, type Place, type Section } from './section'
import { type Header, isReserved, isSettings, readHeader, ssoSessionOf, writeHeader } from './section-header'
import { guesser, keyFor, nearest } from './suggest'
import {
  newSettings,
  type SettingKey,
  type SettingsSoFar,
  settingKeys,
  type TeamSettings,
  type TextOrigin,
} from './team-settings'
import { decode, encode, quote } from './value'

const semicolon = 59
const hash = 35
const openBracket = 91

const maxKeyGuesses = 100

const colonPair = /^(\w+)\s*:\s*(.*)$/

/** Candidates for a misspelled key, with Rolecall's own keys first. */
const suggested = [
  ...[...keys.values()].filter(({ isForeign }) => !isForeign).map(({ name }) => name),
  ...settingsOfAws,
]

/** The limit for one text. Twice as many as in any measurement here. */
export const maxProfiles = 20_000

/** Findings are held back until their section ends, because a section may turn out not to be a profile. */
export interface Findings {
  report(diagnosis: Diagnosis, span: Span, section?: Section): void
  mark(): number
  forget(mark: number): void
}

/** An unknown key. It is reported once, at its first occurrence, with the number of profiles that have it. */
interface UnknownKey {
  readonly key: string
  readonly written: string
  /** The key that was probably meant. */
  readonly guess: string | undefined
  readonly span: Span
}

export interface Sections {
  /** The profiles' sections by name, in text order. */
  readonly sections: ReadonlyMap<string, Section>
  readonly settings: TeamSettings
  readonly portalSessions: PortalSessions
}

/**
 * Reads text with LF line ends into its profiles' sections and its settings, checking each value. Skips sections that aren't
 * profiles. Sections of one name are one profile, or two roles of different base accounts. `index` is the text's among those
 * read together.
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

interface Finding {
  readonly diagnosis: Diagnosis
  readonly span: Span
}

class SectionReader {
  readonly #origin: TextOrigin
  readonly #index: number
  readonly #findings: Findings
  readonly #sections = new Map<string, Section>()
  readonly #portalSessions = new Map<string, PortalSession | undefined>()
  readonly #sessions = new Map<string, Section>()
  readonly #settings: SettingsSoFar = newSettings()
  readonly #settingKeys: ReadonlyMap<string, SettingKey>
  #header: Header | undefined
  #section: Section | undefined
  #mark = 0
  /** The line where each key was last seen. If it is in this section, the key is a duplicate. */
  readonly #lastSeen = new Map<string, number>()
  /** The same for settings, in any section of the text. */
  readonly #settingsSeen = new Map<string, number>()
  readonly #guess = guesser(() => suggested, maxKeyGuesses)
  /** The unknown keys of the profiles so far, by key, with the number of profiles. */
  readonly #unknownKeys = new Map<string, { readonly first: UnknownKey; count: number }>()
  /** The unknown keys of the current section. */
  #unknownHere: UnknownKey[] = []
  /** An unknown key without a value. If a block follows it, it is a service's. */
  #openKey: UnknownKey | undefined
  /** Lines indented deeper than this belong to the key above them, like those below `s3 =`. */
  #blockIndent = Number.POSITIVE_INFINITY
  /** The same for another tool's key, whose value may continue on lines without a `=`. */
  #valueIndent = Number.POSITIVE_INFINITY
  /** The current line, if it isn't meant as written, and the finding about that once the line counts. */
  #meant: Meant | undefined
  #odd: Finding | undefined
  /** The findings about that in this section. */
  #told: Finding[] = []
  #toldOutside = false
  #toldTooMany = false

  constructor(origin: TextOrigin, index: number, findings: Findings) {
    this.#origin = origin
    this.#index = index
    this.#findings = findings
    this.#settingKeys = settingKeys(origin, this.#settings)
  }

  readLine(written: string, number: number): void {
    const meant = meantLine(written)
    const line = meant?.text ?? written
    this.#meant = meant
    this.#odd = meant && this.#lookAlikes(written as Line, meant, number)
    const indent = indentOf(line)
    const first = line.charCodeAt(indent)
    if (Number.isNaN(first) || first === semicolon || first === hash) {
      this.#tellLookAlikes()
      if (this.#section && isRemoved(line)) {
        this.#section.hadSecrets = true
        this.#section.hasAwsKeys = true
      }
      return
    }
    if (first === openBracket) this.#readHeader(line, number, indent)
    else if (!this.#section) this.#readOutside(line, number, indent)
    else if (!this.#header?.closed) return
    else if (isReserved(this.#header)) this.#readSetting(line, number, indent, this.#section)
    else this.#readKey(line, number, indent, this.#section)
  }

  end(): Sections {
    this.#endSection()
    for (const { first, count } of this.#unknownKeys.values()) {
      this.#findings.report(unknownKey(first, count), first.span)
    }
    for (const [name, session] of this.#sessions) {
      if (!this.#portalSessions.has(name)) {
        checkPortal(session, this.#findings.report)
        this.#portalSessions.set(name, portalSessionOf(session))
      }
    }
    this.#tellExternalIds()
    const { includes, refresh, groups } = this.#settings
    const settings = {
      includes: [...includes],
      ...(refresh !== undefined && { refresh }),
      ...(Object.values(groups).some(names => names.length > 0) && { groups }),
    }
    const sections = nameApart(this.#sections, this.#findings.report)
    return { sections, settings, portalSessions: this.#portalSessions }
  }

  /**
   * Reports external ids. The AWS CLI and the SDKs send one; the console never does. Source: IAM's user guide, “Switching to
   * a role (console)”.
   */
  #tellExternalIds(): void {
    const all = [...this.#sections.values()].filter(({ profile }) => profile.aws?.[externalId] !== undefined)
    const [first] = all
    if (!first) return
    const { name } = first.profile
    const diagnosis =
      all.length === 1 ? info('externalId', name) : info('externalIds', String(all.length), name)
    this.#findings.report(diagnosis, first.externalIdKey ?? first)
  }

  #readHeader(line: string, number: number, indent: number): void {
    this.#endSection()
    const content = line.trim()
    const header = readHeader(content)
    const name = oneLine(header.name)
    const section = newSection(
      name ?? asOneLine(header.name),
      this.#place(this.#span(number, indent, header.length)),
      this.#origin,
      header.hasProfileWord,
    )
    this.#tellLookAlikes()
    this.#told = []
    this.#mark = this.#findings.mark()
    this.#header = header
    this.#section = section
    this.#blockIndent = this.#valueIndent = Number.POSITIVE_INFINITY

    if (header.name === '') this.#findings.report(error('emptyName'), section, section)
    else if (name === undefined) {
      this.#findings.report(badName(header), section, section)
    } else if (!header.closed) {
      const fix = { text: writeHeader(header.name, header.hasProfileWord) }
      this.#findings.report({ ...error('unclosedHeader', content), fix }, section, section)
    } else if (header.rest !== '') {
      const span = this.#span(number, line.lastIndexOf(header.rest), header.rest.length)
      this.#findings.report(warning('textAfterHeader', header.rest), span)
    }
  }

  /** Files the current section, unless it isn't a profile or is the second of its name. */
  #endSection(): void {
    const section = this.#section
    const header = this.#header
    this.#section = undefined
    if (section) this.#endOpenKey(section)
    const unknown = this.#unknownHere
    this.#unknownHere = []
    if (!section || !header) return
    if (header.name === '' || oneLine(header.name) === undefined) {
      this.#countUnknown(unknown)
      return
    }
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
      if (session !== undefined)
        for (const { diagnosis, span } of this.#told) this.#findings.report(diagnosis, span)
      if (session !== undefined) this.#fileSession(session, section)
      return
    }
    checkPortal(section, this.#findings.report)
    if (this.#file(header.name, section)) this.#countUnknown(unknown)
  }

  /** Returns whether anything in the section counts. */
  #file(name: string, section: Section): boolean {
    const first = this.#sections.get(name)
    if (first) return this.#fileAgain(first, section)
    if (this.#sections.size >= maxProfiles) return this.#tellTooMany(section)
    this.#sections.set(name, section)
    return true
  }

  #tellTooMany(section: Section): false {
    this.#findings.forget(this.#mark)
    if (this.#toldTooMany) return false
    this.#toldTooMany = true
    this.#findings.report(error('tooManyProfiles', String(maxProfiles)), section)
    return false
  }

  /** Files a section whose name already exists. Returns whether anything in it counts. */
  #fileAgain(first: Section, section: Section): boolean {
    const { name } = section.profile
    const same = sameName(first, section)
    const key = same.kind === 'twins' ? twinKey(section) : name
    const twin = same.kind === 'twins' ? this.#sections.get(key) : undefined
    if (same.kind === 'duplicate' || twin) {
      this.#findings.forget(this.#mark)
      this.#findings.report(error('duplicateProfile', name, String((twin ?? first).line)), section)
      return false
    }
    if (same.kind === 'twins') {
      if (this.#sections.size >= maxProfiles) return this.#tellTooMany(section)
      this.#sections.set(key, section)
    } else if (same.ignored) {
      this.#findings.report(warning('defaultTwice', String(same.counts.line)), same.other)
      this.#replace(key, same.counts)
      return same.counts === section
    } else {
      this.#tellConflicts(name, same.counts, same.other)
      this.#replace(key, asOne(same.counts, same.other))
    }
    return true
  }

  #countUnknown(unknown: readonly UnknownKey[]): void {
    for (const one of unknown) {
      const known = this.#unknownKeys.get(one.key)
      if (known) known.count++
      else this.#unknownKeys.set(one.key, { first: one, count: 1 })
    }
  }

  /** Replaces a section. Profiles are in the order of their lines. */
  #replace(key: string, section: Section): void {
    if (section.line !== this.#sections.get(key)?.line) this.#sections.delete(key)
    this.#sections.set(key, section)
  }

  /** Files an `[sso-session …]`. If two share a name, the later one's keys count. The portal is checked once all is read. */
  #fileSession(name: string, section: Section): void {
    const first = this.#sessions.get(name)
    if (first) this.#tellConflicts(`sso-session ${name}`, section, first)
    this.#sessions.set(name, first ? asOne(section, first) : section)
  }

  #tellConflicts(name: string, counts: Section, other: Section): void {
    const keys = conflicts(counts, other)
    if (keys.length === 0) return
    this.#findings.report(warning('sameName', name, keys.join(', '), String(counts.line)), other)
  }

  /**
   * Ends a section whose header isn't closed. Nothing in it counts, but its name is taken: no other text's section replaces
   * it.
   */
  #endUnclosed(header: Header, section: Section): void {
    const session = ssoSessionOf(header)
    if (session !== undefined) {
      if (!this.#portalSessions.has(session)) this.#portalSessions.set(session, undefined)
    } else if (!isSettings(header) && !this.#sections.has(header.name))
      this.#sections.set(header.name, section)
  }

  #readKey(line: string, number: number, indent: number, section: Section): void {
    if (indent > this.#blockIndent) {
      // It has a block, like services, which no key of Rolecall's has.
      this.#openKey = undefined
      return
    }
    this.#endOpenKey(section)
    const { written, equals, comment } = splitPair(line, indent)
    const known = keys.get(written) ?? keys.get(decode(written).toLowerCase())
    const key = known?.name ?? decode(written).toLowerCase()
    if (indent > this.#valueIndent && !known && !awsKeys.has(key)) return
    this.#blockIndent = this.#valueIndent = Number.POSITIVE_INFINITY
    this.#tellLookAlikes()

    const seen = this.#lastSeen.get(key)
    if (written === '' || (!known && isColonPair(line, written))) {
      this.#readNoKey(line, number, indent, section)
    } else if (seen !== undefined && seen > section.line) {
      this.#findings.report(
        error('duplicateKey', key, String(seen)),
        this.#span(number, indent, written.length),
      )
    } else {
      this.#lastSeen.set(key, number)
      const raw = rawValue(line, equals + 1, comment, key)
      if (!known) this.#readOtherKey(written, key, raw, number, indent, section)
      else if (raw !== '') this.#readValue(known, raw, section, line, number, equals + 1)
      else {
        const whole = known.isText ? wholeValue(line, equals + 1, '') : undefined
        if (whole !== undefined) this.#reportCut(key, '', whole, line, number, equals + 1)
        else this.#findings.report(warning('emptyValue', key), this.#span(number, indent, written.length))
        section.misread ||= isDestinationKey(key)
      }
      if (key === 'role_name') section.roleNameKey = this.#place(this.#span(number, indent, written.length))
      if (key === 'credential_process') this.#valueIndent = indent
    }
  }

  /** Reports a free-text value that a possibly intended sign has cut off as a comment. */
  #reportCut(key: string, raw: string, whole: string, line: string, number: number, from: number): void {
    const diagnosis: Diagnosis = {
      severity: 'warning',
      kind: 'cutOff',
      values: [whole.slice(raw.length).trim(), key],
      fix: { text: quote(whole) },
    }
    this.#findings.report(diagnosis, this.#span(number, line.indexOf(whole, from), whole.length))
  }

  /** Reads a line of `[rolecall]`. Keys of profiles are read too, because an account shows that it was meant to be one. */
  #readSetting(line: string, number: number, indent: number, section: Section): void {
    this.#tellLookAlikes()
    const pair = readLine(line)
    if (pair.kind !== 'pair') {
      this.#readNoKey(line, number, indent, section)
      return
    }
    const { key, keyRange, value, valueRange } = pair
    const written = line.slice(keyRange.from, keyRange.to)
    const raw = line.slice(valueRange.from, valueRange.to)
    const keySpan = this.#span(number, keyRange.from, written.length)
    const setting = this.#settingKeys.get(key)
    const seen = this.#settingsSeen.get(key)
    if (!setting) {
      const plain = oneLine(value)
      if (plain !== undefined) keys.get(key)?.read(plain, section)
      const guess = nearest(key, this.#settingKeys.keys())
      this.#findings.report(unknownKey({ key, written, guess, span: keySpan }, 1), keySpan)
    } else if (seen !== undefined && !setting.several) {
      this.#findings.report(error('duplicateKey', key, String(seen)), keySpan)
    } else {
      this.#settingsSeen.set(key, number)
      const plain = oneLine(value)
      const diagnosis =
        raw === '' ? undefined : plain === undefined ? badValue(key, value) : setting.read(plain)
      const span = this.#span(number, valueRange.from, raw.length)
      if (raw === '') this.#findings.report(warning('emptyValue', key), keySpan)
      else if (diagnosis) this.#findings.report(diagnosis, span)
      else if (isUnclosed(raw)) this.#findings.report(warning('unclosedQuote', key), span)
    }
  }

  #readValue(key: Key, raw: string, section: Section, line: string, number: number, from: number): void {
    const decoded = decode(raw)
    const value = oneLine(decoded, key.longest)
    const diagnosis =
      value === undefined ? badValue(key.name, decoded, key.essential) : key.read(value, section)
    const unclosed = isUnclosed(raw)
    const whole = key.isText && !raw.startsWith('data:') ? wholeValue(line, from, raw) : undefined
    if (whole !== undefined) this.#reportCut(key.name, raw, whole, line, number, from)
    if (!diagnosis && !unclosed && !key.span) return
    const span = this.#span(number, line.indexOf(raw, from), raw.length)
    if (key.span && (!key.isForeign || section[key.span] === undefined)) {
      section[key.span] = {
        ...this.#place(span),
        ...(key.name === 'credential_process' && { isPart: true }),
        ...(whole !== undefined && { whole }),
      }
    }
    if (diagnosis) this.#findings.report(diagnosis, span, section)
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
    if (isAws) {
      keepForExport(key, raw, section)
      if (key === externalId)
        section.externalIdKey ??= this.#place(this.#span(number, indent, written.length))
    } else {
      const guess = keyFor(key) ?? this.#guess(key)
      this.#openKey = { key, written, guess, span: this.#span(number, indent, written.length) }
      if (raw !== '') this.#endOpenKey(section)
    }
    if (raw === '') this.#blockIndent = indent
    else if (isAws) this.#valueIndent = indent
  }

  #endOpenKey(section: Section): void {
    if (!this.#openKey) return
    this.#unknownHere.push(this.#openKey)
    section.misread ||= isDestinationKey(this.#openKey.guess)
    this.#openKey = undefined
  }

  #readNoKey(line: string, number: number, indent: number, section: Section): void {
    const content = line.trim()
    // Python's reader, and so the AWS CLI, accepts `key: value` too.
    const [, key, value] = colonPair.exec(content) ?? []
    const text = `${key} = ${value}` as Line
    const fix = isKey(key) ? { fix: { text } } : {}
    const span = this.#span(number, indent, content.length)
    this.#findings.report({ ...warning('notKeyValue', content), ...fix }, span)
    section.misread ||= isDestinationKey((key ?? /^\w+/.exec(content)?.[0])?.toLowerCase())
  }

  #lookAlikes(line: Line, meant: Meant, number: number): Finding {
    const { from, to, text } = changedStretch(line, meant)
    const diagnosis = { ...warning('lookAlikes', describeChanges(meant), text), fix: { text } }
    return { diagnosis, span: spanOf(number, from, to - from) }
  }

  #tellLookAlikes(): void {
    if (!this.#odd) return
    this.#told.push(this.#odd)
    this.#findings.report(this.#odd.diagnosis, this.#odd.span)
  }

  /** Returns the span of a stretch of the current line, in the line as written. */
  #span(line: number, index: number, length: number): Span {
    if (!this.#meant) return spanOf(line, index, length)
    const from = this.#meant.at(index)
    const to = length === 0 ? from : this.#meant.at(index + length - 1) + 1
    return spanOf(line, from, to - from)
  }

  #place({ line, column, endColumn }: Span): Place {
    return { text: this.#index, line, column, endColumn }
  }

  #readOutside(line: string, number: number, indent: number): void {
    if (this.#toldOutside) return
    this.#toldOutside = true
    const content = line.trim()
    this.#findings.report(warning('outsideSection', content), this.#span(number, indent, content.length))
  }
}

/** Whether Python's reader sees the line as a pair with a colon, so that a `=` is part of the value. */
function isColonPair(line: string, written: string): boolean {
  return written.includes(':') && isKey(colonPair.exec(line.trim())?.[1])
}

function isKey(written: string | undefined): boolean {
  const key = written?.toLowerCase()
  return key !== undefined && (keys.has(key) || isAwsKey(key))
}

const externalId = 'external_id'

function keepForExport(key: string, raw: string, section: Section): void {
  section.hasAwsKeys = true
  if (isCommandKey(key) && raw !== '') section.profile.command = true
  const value = isExportedKey(key) && raw !== '' ? oneLine(decode(raw)) : undefined
  if (value !== undefined) section.profile.aws = { ...section.profile.aws, [key]: value }
}

function unknownKey({ written, guess }: UnknownKey, count: number): Diagnosis {
  const several = count > 1 ? [String(count)] : []
  if (guess === undefined) return warning(count > 1 ? 'unknownKeys' : 'unknownKey', written, ...several)
  const kind = count > 1 ? 'misspelledKeys' : 'misspelledKey'
  return { ...warning(kind, written, guess, ...several), fix: { text: encode(guess) } }
}

/** Creates the diagnosis for a value that isn't one line, or is too long. */
function badValue(key: string, value: string, essential = false): Diagnosis {
  const severity = essential ? 'error' : 'warning'
  if (!isBreaking(value)) return { severity, kind: essential ? 'tooLongEssential' : 'tooLong', values: [key] }
  const fix = { text: encode(asOneLine(value)) }
  return { severity, kind: essential ? 'notOneLineEssential' : 'notOneLine', values: [key], fix }
}

function badName({ name, hasProfileWord, closed }: Header): Diagnosis {
  if (!isBreaking(name)) return error('tooLongName')
  const plain = asOneLine(name)
  if (plain === '' || !closed) return error('notOneLineName', plain)
  return { ...error('notOneLineName', plain), fix: { text: writeHeader(plain, hasProfileWord) } }
}

function indentOf(line: string): number {
  const first = line.charCodeAt(0)
  return first > 32 && first < 128 ? 0 : line.length - line.trimStart().length
}

function spanOf(line: number, index: number, length: number): Span {
  return { line, column: index + 1, endColumn: index + length + 1 }
}

function error(kind: Diagnosis['kind'], ...values: readonly string[]): Diagnosis {
  return { severity: 'error', kind, values }
}

function info(kind: Diagnosis['kind'], ...values: readonly string[]): Diagnosis {
  return { severity: 'info', kind, values }
}

function warning(kind: Diagnosis['kind'], ...values: readonly string[]): Diagnosis {
  return { severity: 'warning', kind, values }
}
