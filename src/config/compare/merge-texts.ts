import { firstEnd, joinLines, splitLines, withPlainEnds } from '../../lib/text-lines'
import { sectionsByName } from '../parse/text-sections'

export type Merge =
  | { readonly kind: 'merged'; readonly text: string }
  /** Both changed these sections in different ways; undefined is the part above the first section. */
  | { readonly kind: 'overlap'; readonly names: readonly (string | undefined)[] }

interface Section {
  readonly name: string | undefined
  readonly text: string
}

type Sections = ReadonlyMap<string, Section>

/**
 * Merges the changes of two texts to their common base, section by section. Comments, order and line ends stay as written.
 * If both changed the same section, the user has to choose.
 */
export function mergeTexts(base: string, ours: string, theirs: string): Merge {
  if (ours === theirs || theirs === base) return { kind: 'merged', text: ours }
  if (ours === base) return { kind: 'merged', text: theirs }
  const [from, one, other] = [readSections(base), readSections(ours), readSections(theirs)]
  const sections = new Map<string, Section>()
  const overlaps: Section[] = []
  for (const key of order(from, one, other)) {
    const choice = choose(from.get(key), one.get(key), other.get(key))
    if (choice === 'overlap') overlaps.push(one.get(key) ?? other.get(key) ?? { name: undefined, text: '' })
    else if (choice) sections.set(key, choice)
  }
  if (overlaps.length > 0) return { kind: 'overlap', names: overlaps.map(({ name }) => name) }
  return { kind: 'merged', text: join([...sections.values()]) }
}

/** Returns the section that both texts agree on, or that only one of them changed; undefined if it was removed. */
function choose(was: Section | undefined, ours: Section | undefined, theirs: Section | undefined) {
  if (same(ours, theirs) || same(was, theirs)) return ours
  return same(was, ours) ? theirs : 'overlap'
}

function same(one: Section | undefined, other: Section | undefined): boolean {
  return one && other ? written(one) === written(other) : one === other
}

/** Returns the text for comparison: ignores trailing blank lines and line ends. */
function written({ text }: Section): string {
  return withPlainEnds(text).trimEnd()
}

/**
 * Returns every key once, in the order of the text that moved sections. The other text's own sections come after those they
 * follow there.
 */
function order(base: Sections, ours: Sections, theirs: Sections): readonly string[] {
  const [first, second] = moved(base, ours) || !moved(base, theirs) ? [ours, theirs] : [theirs, ours]
  const keys = [...first.keys()]
  let place = 0
  const places = new Map(keys.map((key, index) => [key, index]))
  const behind = new Map<number, string[]>()
  for (const key of second.keys()) {
    const index = places.get(key)
    if (index !== undefined) place = index
    else behind.set(place, [...(behind.get(place) ?? []), key])
  }
  return keys.flatMap((key, index) => [key, ...(behind.get(index) ?? [])])
}

/** Whether the sections that both have are in a different order. */
function moved(base: Sections, now: Sections): boolean {
  const kept = [...base.keys()].filter(key => now.has(key))
  return [...now.keys()].filter(key => base.has(key)).some((key, index) => key !== kept[index])
}

function readSections(text: string): Sections {
  const sections = [...sectionsByName(splitLines(text))]
  return new Map(sections.map(([key, { name, lines }]) => [key, { name, text: joinLines(lines) }]))
}

/** Joins sections. The last section of a text may end without a blank line, or without a line end. */
function join(sections: readonly Section[]): string {
  let text = ''
  for (const section of sections) {
    if (section.text === '') continue
    const end = firstEnd(text + section.text)
    if (text !== '' && !/[\r\n]$/.test(text)) text += end + end
    text += section.text
  }
  return text
}
