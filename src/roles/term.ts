import { searchKey } from '../lib/search-key'
import { abbreviation } from './abbreviation'

/** One word of a query. */
export interface Term {
  readonly key: string
  /**
   * Returns the indices, of those given or of all, whose text contains the word, with at most one typo, or whose first line,
   * the name, it abbreviates.
   */
  filter(texts: string[], indices?: readonly number[]): readonly number[]
  /** Returns the matches in a search key, as pairs of start and end. */
  ranges(text: string): readonly number[]
  /** Like `ranges`, but for a name's search key, which a word can also abbreviate. */
  rangesInName(name: string): readonly number[]
}

/** Finds words with one typo. The menu opens without it and gets it before the first key: see typos.ts. */
export interface Typos {
  /** Returns the indices, of those given or of all, of the texts that contain the word with at most one typo. */
  filter(texts: string[], word: string, indices: number[] | undefined): readonly number[]
  /** Returns the start and end of the word in a text, with at most one typo. */
  range(text: string, word: string): readonly [start?: number, end?: number]
}

/** Latin letters and digits in at most four runs, like the words of `shop-production-eu`. */
const plain = /^[^a-z\d]*(?:[a-z\d]+[^a-z\d]*){1,4}$/
/** uFuzzy doesn't know letters beyond ASCII, and gives quotes a meaning. */
const special = /[^!-~]|["']/
/** uFuzzy's regular expressions for longer words could take forever. */
const maxFuzzyLength = 64
const run = /[a-z\d]+/g

/** Returns the distinct words of a query as terms. Without `typos`, a word matches only as it is written. */
export function terms(query: string, typos?: Typos): readonly Term[] {
  const words = new Set(searchKey(query).split(/\s+/).filter(Boolean))
  return Array.from(words, key => withAbbreviations(wordTerm(key, typos)))
}

function wordTerm(key: string, typos: Typos | undefined): Term {
  return typos && isPlain(key) ? fuzzyTerm(key, typos) : literalTerm(key)
}

/** Returns the term that also finds the names that its word abbreviates. */
function withAbbreviations(term: Term): Term {
  const { key } = term
  return {
    ...term,
    filter(texts, indices) {
      const found = new Set(term.filter(texts, indices))
      const all = indices ?? Array.from(texts.keys())
      return all.filter(index => found.has(index) || abbreviates(key, texts[index] ?? ''))
    },
    rangesInName(name) {
      const ranges = term.ranges(name)
      return ranges.length > 0 ? ranges : abbreviation(key, name)
    },
  }
}

/** Whether a word abbreviates the name, which is the text's first line. */
export function abbreviates(key: string, text: string): boolean {
  const end = text.indexOf('\n')
  return abbreviation(key, end === -1 ? text : text.slice(0, end)).length > 0
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

function fuzzyTerm(key: string, typos: Typos): Term {
  const runs = key.match(run) ?? []
  const ranges = (text: string) => {
    const exact = literalRanges(text, key)
    return exact.length > 0 ? exact : rangesInOrder(text, runs, typos)
  }
  return {
    key,
    filter(texts, indices) {
      const only = indices && [...indices]
      if (runs.length <= 1) return typos.filter(texts, key, only)
      let found = only
      for (const one of runs) found = [...typos.filter(texts, one, found)]
      return (found ?? []).filter(index => rangesInOrder(texts[index] ?? '', runs, typos).length > 0)
    },
    ranges,
    rangesInName: ranges,
  }
}

/**
 * Returns where the runs occur in the text, each after the previous one; empty if they don't. uFuzzy puts several into one
 * expression, in which each further run would multiply the time by the text's length.
 */
function rangesInOrder(text: string, runs: readonly string[], typos: Typos): readonly number[] {
  const ranges: number[] = []
  let from = 0
  for (const one of runs) {
    const exact = text.indexOf(one, from)
    const [start, end] = exact === -1 ? slip(text, one, from, typos) : [exact, exact + one.length]
    if (start === undefined || end === undefined) return []
    ranges.push(start, end)
    from = end
  }
  return ranges
}

/** Returns the start and end of a run that occurs with a typo. */
function slip(
  text: string,
  one: string,
  from: number,
  typos: Typos,
): readonly [start?: number, end?: number] {
  const [start, end] = typos.range(text.slice(from), one)
  return start === undefined || end === undefined ? [] : [from + start, from + end]
}

/** Creates a term without typos, for other scripts, bare punctuation, long texts and single-field words. */
export function literalTerm(key: string): Term {
  return {
    key,
    filter: (texts, indices) =>
      (indices ?? Array.from(texts.keys())).filter(index => texts[index]?.includes(key)),
    ranges: text => literalRanges(text, key),
    rangesInName: name => literalRanges(name, key),
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
