import {
  joinLines,
  type LineEnd,
  splitLines,
  type TextLine,
  withoutByteOrderMark,
} from '../../lib/text-lines'
import { readLine } from '../parse/read-line'
import { type SectionLines, sectionsOf } from '../parse/text-sections'
import { isRemoved } from '../secrets/find-secrets'
import { ownPairs } from './pair-style'

/**
 * Which text wins if both set a key: the one being added to, or the other, as `~/.aws/credentials` does over
 * `~/.aws/config`.
 */
export type Counts = 'text' | 'other'

/**
 * Appends the sections of `other` that the text doesn't have, with comments above and in them and the text's line ends. A
 * section that the text already has gets its missing keys, unless both say themselves which account they lead to: then the
 * text's section stays, and a role of another base account becomes a section of its own. `~/.aws/credentials` takes
 * precedence, and so does all of the other text if `counts` is `other`. Otherwise the text stays unchanged.
 */
export function addSections(text: string, other: string, counts: Counts = 'text'): string {
  const lines = splitLines(text)
  const end = lines.find(line => line.end !== '')?.end ?? '\n'
  const sections = sectionsOf(lines).map(readSection)
  const places = new Map<string, number[]>()
  for (const [place, { name }] of sections.entries()) {
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), place])
  }
  const added: Section[] = []
  let changed = false
  for (const section of sectionsOf(splitLines(withoutByteOrderMark(other))).map(readSection)) {
    if (section.name === undefined) continue
    const named = places.get(section.name) ?? []
    const place = partnerOf(section, named, sections, counts)
    const known = place === undefined ? undefined : sections[place]
    if (place === undefined || known === undefined) {
      // Two sections of the same name in the other text stay as they are there.
      added.push(section)
      continue
    }
    const merged = withKeys(known, section, counts, end)
    changed ||= merged !== known
    sections[place] = merged
  }
  if (added.length === 0 && !changed) return text
  const own = sections.flatMap(section => section.lines)
  if (added.length === 0) return joinLines(own)
  const closed = trimmed(own).map(line => ({ text: line.text, end: line.end === '' ? end : line.end }))
  const behind = added.map(section => trimmed(section.lines).map(line => ({ text: line.text, end })))
  const parts = closed.length === 0 ? behind : [closed, ...behind]
  return parts.map(joinLines).join(end)
}

interface Section extends SectionLines {
  /** The section's first pair for each key. */
  readonly pairs: ReadonlyMap<string, Pair>
}

interface Pair {
  readonly value: string
  /** Index of its first line in the section, and of the one after its last. A value may be a block of lines. */
  readonly from: number
  readonly to: number
}

function readSection(section: SectionLines): Section {
  const own = ownPairs(section.lines.map(({ text }) => text))
  const pairs = new Map<string, Pair>()
  for (const [order, { index, pair }] of own.entries()) {
    const next = own[order + 1]?.index ?? section.lines.length
    const block = section.lines.slice(index + 1, next)
    const deeper = ({ text }: TextLine) => /^\s/.test(text) && readLine(text).kind === 'pair'
    const length = pair.value === '' ? block.findLastIndex(deeper) + 1 : 0
    if (!pairs.has(pair.key)) pairs.set(pair.key, { value: pair.value, from: index, to: index + 1 + length })
  }
  return { ...section, pairs }
}

/** Returns the section that is the same profile as one of the other text, or undefined if there is none. */
function partnerOf(
  section: Section,
  places: readonly number[],
  sections: readonly Section[],
  counts: Counts,
): number | undefined {
  const leading = places.filter(place => isLeading(sections[place]))
  const first = leading[0] ?? places[0]
  if (first === undefined || counts === 'other' || !isLeading(section)) return first
  const known = sections[first]
  if (known && isOfCredentials(known) !== isOfCredentials(section)) return first
  const source = sourceOf(section)
  const same = leading.find(place => sourceOf(sections[place]) === source)
  const isAnother = source !== undefined && leading.every(place => sourceOf(sections[place]) !== undefined)
  return same ?? (isAnother && leading.length > 0 ? undefined : first)
}

/** Whether it comes from `~/.aws/credentials`: access keys were removed from it. */
function isOfCredentials({ lines }: Section): boolean {
  return lines.some(({ text }) => isRemoved(text))
}

function isLeading(section: Section | undefined): boolean {
  return section !== undefined && (section.pairs.has('aws_account_id') || section.pairs.has('role_arn'))
}

function sourceOf(section: Section | undefined): string | undefined {
  return section?.pairs.get('source_profile')?.value
}

function withKeys(section: Section, other: Section, wanted: Counts, end: LineEnd): Section {
  const isCredentials = isOfCredentials(other)
  const isOneProfile = isCredentials !== isOfCredentials(section) && !other.pairs.has('aws_account_id')
  if (wanted === 'text' && isLeading(section) && isLeading(other)) {
    // For the AWS CLI, a role is only its `role_arn`.
    if (!isOneProfile || section.pairs.has('aws_account_id')) return section
  }
  const counts = isOneProfile && isCredentials ? 'other' : wanted
  /** By the first of the lines that they replace, which end before line `to`. */
  const changed = new Map<number, { readonly to: number; readonly written: readonly TextLine[] }>()
  const added: TextLine[] = []
  for (const [key, pair] of other.pairs) {
    const known = section.pairs.get(key)
    if (known && (counts === 'text' || known.value === pair.value)) continue
    const written = other.lines.slice(pair.from, pair.to).map(({ text }) => ({ text, end }))
    if (known) changed.set(known.from, { to: known.to, written })
    else added.push(...written)
  }
  if (changed.size === 0 && added.length === 0) return section
  let next = 0
  const lines = section.lines.flatMap((line, index) => {
    if (index < next) return []
    const change = changed.get(index)
    next = change?.to ?? index + 1
    return change?.written ?? line
  })
  const at = added.length === 0 ? 0 : lines.findLastIndex(({ text }) => !isSilent(text)) + 1
  const before = lines.slice(0, at).map(line => (line.end === '' ? { ...line, end } : line))
  return readSection({ name: section.name, lines: [...before, ...added, ...lines.slice(at)] })
}

function isSilent(text: string): boolean {
  const { kind } = readLine(text)
  return kind === 'blank' || kind === 'comment'
}

/** Returns the lines without trailing blank ones. */
function trimmed(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1)
}
