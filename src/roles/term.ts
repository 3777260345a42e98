import uFuzzy from '@leeoniya/ufuzzy'
import { fold } from './fold'

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
/** Latin letters and digits in at most four runs: uFuzzy's expressions for more, or longer ones, could run away. */
const plain = /^[^a-z\d]*(?:[a-z\d]+[^a-z\d]*){1,4}$/
/** Beyond ASCII are letters that uFuzzy doesn't know; to quotes it gives a meaning. */
const special = /[^!-~]|["']/
const longest = 64

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
  return folded.length <= longest && !special.test(folded) && plain.test(folded)
}

function fuzzyTerm(folded: string): Term {
  return {
    folded,
    filter: (texts, indices) => fuzzy.filter(texts, folded, indices && [...indices]) ?? [],
    ranges(text) {
      const exact = literalRanges(text, folded)
      if (exact.length > 0) return exact
      const found = fuzzy.filter([text], folded)
      return found?.length ? (fuzzy.info(found, [text], folded).ranges[0] ?? []) : []
    },
  }
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
