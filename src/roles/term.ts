import uFuzzy from '@leeoniya/ufuzzy'
import { searchKey } from '../lib/search-key'

/** One word of a query. */
export interface Term {
  readonly key: string
  /** Returns the indices, of those given or of all, whose text contains the word, with at most one typo. */
  filter(texts: string[], indices?: readonly number[]): readonly number[]
  /** Returns the matches in a search key, as pairs of start and end. */
  ranges(text: string): readonly number[]
}

// Allows one wrong, missing, extra or swapped letter in words of three or more letters, and never in digits.
const fuzzy = new uFuzzy({ intraMode: 1 })
/** Latin letters and digits in at most four runs, like the words of `shop-production-eu`. */
const plain = /^[^a-z\d]*(?:[a-z\d]+[^a-z\d]*){1,4}$/
/** uFuzzy doesn't know letters beyond ASCII, and gives quotes a meaning. */
const special = /[^!-~]|["']/
/** uFuzzy's regular expressions for longer words could take forever. */
const maxFuzzyLength = 64
const run = /[a-z\d]+/g

/** Returns the distinct words of a query as terms. */
export function terms(query: string): readonly Term[] {
  const words = new Set(searchKey(query).split(/\s+/).filter(Boolean))
  return Array.from(words, key => (isPlain(key) ? fuzzyTerm(key) : literalTerm(key)))
}

/** Returns the terms. A term that matches one of the texts literally no longer matches typos in the others. */
export function literalWhereFound(
  terms: readonly Term[],
  texts: readonly (string | undefined)[],
): readonly Term[] {
  if (terms.length === 0) return terms
  const keys = texts.map(text => (text === undefined ? '' : searchKey(text)))
  return terms.map(term => (keys.some(text => text.includes(term.key)) ? literalTerm(term.key) : term))
}

function isPlain(key: string): boolean {
  return key.length <= maxFuzzyLength && !special.test(key) && plain.test(key)
}

function fuzzyTerm(key: string): Term {
  const runs = key.match(run) ?? []
  return {
    key,
    filter(texts, indices) {
      const only = indices && [...indices]
      if (runs.length <= 1) return fuzzy.filter(texts, key, only) ?? []
      let found = only
      for (const one of runs) found = fuzzy.filter(texts, one, found) ?? []
      return (found ?? []).filter(index => rangesInOrder(texts[index] ?? '', runs).length > 0)
    },
    ranges(text) {
      const exact = literalRanges(text, key)
      return exact.length > 0 ? exact : rangesInOrder(text, runs)
    },
  }
}

/**
 * Returns where the runs occur in the text, each after the previous one; empty if they don't. uFuzzy puts several into one
 * expression, in which each further run would multiply the time by the text's length.
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

/** Returns the start and end of a run that occurs with a typo. */
function slip(text: string, one: string, from: number): readonly [start?: number, end?: number] {
  const rest = [text.slice(from)]
  const found = fuzzy.filter(rest, one)
  const ranges = found?.length ? (fuzzy.info(found, rest, one).ranges[0] ?? []) : []
  const [start, end] = [ranges[0], ranges.at(-1)]
  return start === undefined || end === undefined ? [] : [from + start, from + end]
}

/** Creates a term without typos, for other scripts, bare punctuation, long texts and single-field words. */
export function literalTerm(key: string): Term {
  return {
    key,
    filter: (texts, indices) =>
      (indices ?? Array.from(texts.keys())).filter(index => texts[index]?.includes(key)),
    ranges: text => literalRanges(text, key),
  }
}

/** Returns all matches, so that each is underlined. */
function literalRanges(text: string, key: string): readonly number[] {
  const ranges: number[] = []
  for (let from = text.indexOf(key); from !== -1; from = text.indexOf(key, from + key.length)) {
    ranges.push(from, from + key.length)
  }
  return ranges
}
