import { joinLines, type LineEnd, splitLines, type TextLine, withoutMark } from '../../lib/text-lines'
import { readLine } from '../parse/read-line'
import { type SectionLines, sectionsOf } from '../parse/text-sections'
import { isRemoved } from '../secrets/find-secrets'
import { ownPairs } from './pair-style'

/** Of which text a key counts that both say: of the one that is added to, or of the other, as of `~/.aws/credentials` beside `~/.aws/config`. */
export type Counts = 'text' | 'other'

/**
 * The text with those sections of `other` behind it that it doesn't have yet, comments above and in them included, with the text's line ends.
 * Of a section that it has, it gets the keys that it doesn't say, unless both say by themselves which account they lead to: then the text's stays, and a
 * role of another base account is a section of its own. What the one of `~/.aws/credentials` says counts, and with `counts` as `other` all that the
 * other text says.
 * Otherwise nothing of the text changes.
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
  for (const section of sectionsOf(splitLines(withoutMark(other))).map(readSection)) {
    if (section.name === undefined) continue
    const named = places.get(section.name) ?? []
    const place = partnerOf(section, named, sections, counts)
    const known = place === undefined ? undefined : sections[place]
    if (place === undefined || known === undefined) {
      // Two of a name in the other text are as it has them.
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
  /** By key, the first of it that the section says. */
  readonly pairs: ReadonlyMap<string, Pair>
}

interface Pair {
  readonly value: string
  /** Index of its first line in the section, and of the one after its last: a value may be a block of lines. */
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

/** The section that is the same profile as one of the other text; undefined if the text has none. */
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

/** Whether it is of `~/.aws/credentials`: access keys were taken out of it. */
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
    // For the AWS CLI, a role is its `role_arn` alone.
    if (!isOneProfile || section.pairs.has('aws_account_id')) return section
  }
  const counts = isOneProfile && isCredentials ? 'other' : wanted
  /** By the first line of what they take the place of, which ends before the line `to`. */
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

/** Without the blank lines at the end. */
function trimmed(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1)
}
