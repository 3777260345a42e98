import uFuzzy from '@leeoniya/ufuzzy'
import { fold } from '../lib/search-key'

/** One word of a query. */
export interface Term {
  readonly folded: string
  /** The indices, of those given or of all, whose text holds the word, perhaps with one slip of the keyboard. */
  filter(texts: string[], indices?: readonly number[]): readonly number[]
  /** Where a folded text holds the word: pairs of start and end. */
  ranges(text: string): readonly number[]
}

// One letter wrong, missing, too many or swapped, in words of three letters or more and never in digits.
const fuzzy = new uFuzzy({ intraMode: 1 })
/** Latin letters and digits in at most four runs, such as the words of `shop-production-eu`. */
const plain = /^[^a-z\d]*(?:[a-z\d]+[^a-z\d]*){1,4}$/
/** Beyond ASCII are letters that uFuzzy doesn't know; to quotes it gives a meaning. */
const special = /[^!-~]|["']/
/** uFuzzy's expressions for longer words could run away. */
const maxFuzzyLength = 64
const run = /[a-z\d]+/g

/** The words of a query, each once. */
export function terms(query: string): readonly Term[] {
  const words = new Set(fold(query).split(/\s+/).filter(Boolean))
  return Array.from(words, folded => (isPlain(folded) ? fuzzyTerm(folded) : literalTerm(folded)))
}

/** The terms, of which those that one of the texts holds as they are mark no slips in the others. */
export function literalWhereFound(
  terms: readonly Term[],
  texts: readonly (string | undefined)[],
): readonly Term[] {
  if (terms.length === 0) return terms
  const folded = texts.map(text => (text === undefined ? '' : fold(text)))
  return terms.map(term =>
    folded.some(text => text.includes(term.folded)) ? literalTerm(term.folded) : term,
  )
}

function isPlain(folded: string): boolean {
  return folded.length <= maxFuzzyLength && !special.test(folded) && plain.test(folded)
}

function fuzzyTerm(folded: string): Term {
  const runs = folded.match(run) ?? []
  return {
    folded,
    filter(texts, indices) {
      const only = indices && [...indices]
      if (runs.length <= 1) return fuzzy.filter(texts, folded, only) ?? []
      let found = only
      for (const one of runs) found = fuzzy.filter(texts, one, found) ?? []
      return (found ?? []).filter(index => rangesInOrder(texts[index] ?? '', runs).length > 0)
    },
    ranges(text) {
      const exact = literalRanges(text, folded)
      return exact.length > 0 ? exact : rangesInOrder(text, runs)
    },
  }
}

/**
 * Where the text holds the runs, each behind the one before; none where it doesn't. In one expression, as uFuzzy looks for
 * several, each run more would multiply the time by the length of the text.
 */
function rangesInOrder(text: string, runs: readonly string[]): readonly number[] {
  const ranges: number[] = []
  let from = 0
  for (const one of runs) {
    const exact = text.indexOf(one, from)
    const [start, end] = exact === -1 ? slip(text, one, from) : [exact, exact + one.length]
    if (start === undefined || end === undefined) return []
    ranges.push(start, end)
    from = end
  }
  return ranges
}

/** The start and end of a run that is in the text with a slip. */
function slip(text: string, one: string, from: number): readonly [start?: number, end?: number] {
  const rest = [text.slice(from)]
  const found = fuzzy.filter(rest, one)
  const ranges = found?.length ? (fuzzy.info(found, rest, one).ranges[0] ?? []) : []
  const [start, end] = [ranges[0], ranges.at(-1)]
  return start === undefined || end === undefined ? [] : [from + start, from + end]
}

/** A word without slips: for other scripts, punctuation alone, long texts, and what one field is to hold. */
export function literalTerm(folded: string): Term {
  return {
    folded,
    filter: (texts, indices) =>
      (indices ?? Array.from(texts.keys())).filter(index => texts[index]?.includes(folded)),
    ranges: text => literalRanges(text, folded),
  }
}

/** All places, so that each of several is marked. */
function literalRanges(text: string, folded: string): readonly number[] {
  const ranges: number[] = []
  for (let from = text.indexOf(folded); from !== -1; from = text.indexOf(folded, from + folded.length)) {
    ranges.push(from, from + folded.length)
  }
  return ranges
}
