import { asOneLine, joined, type Line, part } from '../../lib/one-line'
import {
  blankByteOrderMark,
  joinLines,
  type LineEnd,
  splitLines,
  type TextLine,
  withoutByteOrderMark,
} from '../../lib/text-lines'
import { namesProfile } from '../parse/keys'
import { type Pair, readLine } from '../parse/read-line'
import { writeHeader } from '../parse/section-header'
import { encode } from '../parse/value'
import { readLayer } from '../resolve/layer'
import { colorLike, writtenColor } from './color-style'
import { ownPairs, pairStyle, writePair } from './pair-style'
import { fieldKeys, type RoleField, type RoleForm } from './role-form'

/** An edited text, and the 1-based line of the profile's header in it. */
export interface Written {
  readonly text: string
  readonly line: number
}

const arn = /^arn:([a-z-]+):iam::\d{12}:role\/.+$/

/**
 * Writes the differences between two forms into the section of that name, even if it is only a profile together with a
 * team's text. Returns undefined if there is no such section. Comments, order, style, quotes and line ends stay. Emptying a
 * field removes its line; a new key goes below the last one. Renaming also changes all references to the old name.
 */
export function editProfile(text: string, before: RoleForm, after: RoleForm): Written | undefined {
  const { sections } = readLayer(text, 'personal', 0)
  const twin = [...sections.values()].find(
    ({ profile }) => profile.written === before.name && profile.sourceProfile === before.sourceProfile,
  )
  const line = (twin ?? sections.get(before.name))?.line
  if (line === undefined) return undefined
  const lines = splitLines(text)
  const start = line - 1
  const renamed = before.name !== after.name
  let section = lines.slice(start, sectionEnd(lines, start))
  const rest = lines.slice(start + section.length)
  for (const [field, key] of fieldKeys) {
    if (before[field] !== after[field]) section = writeField(section, field, key, after)
  }
  if (renamed) section = writeName(section, after.name)
  const all = [...lines.slice(0, start), ...section, ...rest]
  return {
    text: joinLines(renamed && !twin ? all.map(it => rename(it, before.name, after.name)) : all),
    line,
  }
}

/**
 * Writes a new section for the form in the style of the text: after the last section of the same group and base account,
 * else at the end.
 */
export function addProfile(text: string, form: RoleForm): Written {
  const lines = splitLines(text)
  const end = lines.find(line => line.end !== '')?.end ?? '\n'
  const starts = lines.flatMap((line, index) =>
    readLine(plain(line, index)).kind === 'header' ? [index] : [],
  )
  const sections = starts.map(start => ({ start, lines: lines.slice(start, sectionEnd(lines, start)) }))
  const sibling = sections.findLast(section => isSibling(section.lines, form))
  const model = sibling ?? sections.at(-1)
  const at = sibling ? sibling.start + contentLength(sibling.lines) : lines.length

  const style = pairStyle(model ? textsOf(model.lines) : [])
  const hasProfileWord = model !== undefined && /^\s*\[\s*profile\s/i.test(model.lines[0]?.text ?? '')
  const pairs = fieldKeys.flatMap(([field, key]) =>
    form[field] === '' ? [] : [writePair(style, key, encodeFor(key, form[field]))],
  )
  const written = [writeHeader(form.name, hasProfileWord), ...pairs].map(text => ({ text, end }))
  const before = lines.slice(0, at)
  const behind = lines.slice(at)
  const gap = needsGap(before) ? [blank(end)] : []
  const all = [
    ...closed(before, end),
    ...gap,
    ...written,
    ...(sibling && needsGapBelow(behind) ? [blank(end)] : []),
    ...behind,
  ]
  return { text: joinLines(all), line: before.length + gap.length + 1 }
}

/**
 * Adds keys to sections, in the style of each, below its last key. `additions` has them by the 1-based line of the section's
 * header. Keys that the section has stay as they are. Takes time proportional to the text.
 */
export function addKeys(
  text: string,
  additions: ReadonlyMap<number, readonly (readonly [key: string, value: string])[]>,
): string {
  const lines = splitLines(text)
  const starts = lines.flatMap((line, index) =>
    readLine(plain(line, index)).kind === 'header' ? [index] : [],
  )
  const sections = starts.map((start, index) => {
    const section = lines.slice(start, starts[index + 1] ?? lines.length)
    const style = pairStyle(textsOf(section))
    const known = new Set(ownPairs(textsOf(section)).map(({ pair }) => pair.key))
    const added = (additions.get(start + 1) ?? []).filter(([key]) => !known.has(key))
    return added.reduce<readonly TextLine[]>(
      (all, [key, value]) =>
        insertLine(all, contentLength(all), writePair(style, asOneLine(key), encodeFor(key, value))),
      section,
    )
  })
  return joinLines([...lines.slice(0, starts[0] ?? lines.length), ...sections.flat()])
}

function writeField(section: readonly TextLine[], field: RoleField, key: Line, form: RoleForm): TextLine[] {
  const value = form[field]
  const pairs = ownPairs(textsOf(section))
  const found = pairs.find(({ pair }) => pair.key === key)
  const arnPair = pairs.find(({ pair }) => pair.key === 'role_arn' && arn.test(pair.value))
  if (arnPair && (field === 'account' || field === 'roleName')) {
    const partition = arn.exec(arnPair.pair.value)?.[1] ?? 'aws'
    const now = encode(`arn:${partition}:iam::${form.account}:role/${form.roleName}`)
    const written = replaceValue(section, arnPair.index, arnPair.pair, now)
    // The accompanying keys have to agree.
    return found ? replaceValue(written, found.index, found.pair, encode(value)) : written
  }
  if (found && value === '') return section.filter((_, index) => index !== found.index)
  if (found) {
    const isColor = field === 'color' && /^#?(?:[\da-f]{3}|[\da-f]{6})$/i.test(value)
    const written = isColor
      ? colorLike(found.pair.value, value.replace('#', '').toLowerCase())
      : encodeFor(key, value)
    return replaceValue(section, found.index, found.pair, written)
  }
  if (value === '') return [...section]
  const style = pairStyle(textsOf(section))
  return insertLine(section, contentLength(section), writePair(style, key, encodeFor(key, value)))
}

/** Encodes a value. A color's `#` doesn't start a comment, so it needs no quotes. */
function encodeFor(key: string, value: string): Line {
  return key === 'color' && writtenColor(value) !== undefined ? asOneLine(value) : encode(value)
}

function replaceValue(section: readonly TextLine[], index: number, pair: Pair, value: Line): TextLine[] {
  return section.map((line, at) => {
    if (at !== index) return line
    const { from, to } = pair.valueRange
    return { ...line, text: joined(part(line.text, 0, from), value, part(line.text, to)) }
  })
}

function insertLine(section: readonly TextLine[], at: number, text: Line): TextLine[] {
  const end = section.find(line => line.end !== '')?.end ?? '\n'
  const last = section[at - 1]
  // The last line of a text may have no line end; the new one takes its place.
  if (last?.end === '') return [...section.slice(0, at - 1), { ...last, end }, { text, end: '' }]
  return [...section.slice(0, at), { text, end }, ...section.slice(at)]
}

function writeName([header, ...rest]: readonly TextLine[], name: string): TextLine[] {
  if (!header) return []
  const line = readLine(blankByteOrderMark(header.text))
  if (line.kind !== 'header') return [header, ...rest]
  const hasProfileWord = /^\[\s*profile\s/i.test(header.text.slice(line.from))
  const text = joined(
    part(header.text, 0, line.from),
    writeHeader(name, hasProfileWord),
    part(header.text, line.to),
  )
  return [{ ...header, text }, ...rest]
}

function rename(line: TextLine, before: string, after: string): TextLine {
  const pair = readLine(line.text)
  if (pair.kind !== 'pair' || !namesProfile(pair.key) || pair.value !== before) return line
  const { from, to } = pair.valueRange
  return { ...line, text: joined(part(line.text, 0, from), encode(after), part(line.text, to)) }
}

function sectionEnd(lines: readonly TextLine[], start: number): number {
  const next = lines.findIndex((line, index) => index > start && readLine(line.text).kind === 'header')
  return next === -1 ? lines.length : next
}

/** Returns the number of lines up to the last one with content. Comments below it belong to the next section. */
function contentLength(section: readonly TextLine[]): number {
  return section.findLastIndex(({ text }) => !['blank', 'comment'].includes(readLine(text).kind)) + 1
}

function isSibling(section: readonly TextLine[], form: RoleForm): boolean {
  const valueAt = (key: string) =>
    ownPairs(textsOf(section)).find(({ pair }) => pair.key === key)?.pair.value ?? ''
  if (form.group === '' && form.sourceProfile === '') return false
  return valueAt('group') === form.group && valueAt('source_profile') === form.sourceProfile
}

function textsOf(lines: readonly TextLine[]): readonly Line[] {
  return lines.map(({ text }) => text)
}

function closed(lines: readonly TextLine[], end: LineEnd): readonly TextLine[] {
  const last = lines.at(-1)
  return last?.end === '' ? [...lines.slice(0, -1), { ...last, end }] : lines
}

function blank(end: LineEnd): TextLine {
  return { text: joined(), end }
}

function needsGap(lines: readonly TextLine[]): boolean {
  const last = lines.at(-1)
  return last !== undefined && last.text.trim() !== ''
}

function needsGapBelow(lines: readonly TextLine[]): boolean {
  return lines.length > 0 && lines[0]?.text.trim() !== ''
}

/** Returns a line without a byte order mark, which only the first one may have. */
function plain({ text }: TextLine, index: number): string {
  return index === 0 ? withoutByteOrderMark(text) : text
}
