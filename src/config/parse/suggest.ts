import { decode } from './value'

/** Words that people write for a key, too different from it to be recognized as typos. */
const synonyms = new Map([
  ['account', 'aws_account_id'],
  ['account_id', 'aws_account_id'],
  ['accountid', 'aws_account_id'],
  ['alias', 'aws_account_alias'],
  ['account_alias', 'aws_account_alias'],
  ['role', 'role_name'],
  ['arn', 'role_arn'],
  ['profile', 'source_profile'],
  ['base', 'source_profile'],
  ['icon', 'image'],
  ['logo', 'image'],
  ['comment', 'description'],
])

/** Longer than any key. Comparing longer texts would cost more than a suggestion is worth. */
const maxWordLength = 64

/**
 * Returns a function that guesses which candidate a text means. A guess compares with all candidates, so it stops guessing
 * after `most` different texts: enough for a person's typos, but too few to slow down on a hostile text.
 */
export function guesser(
  candidates: () => Iterable<string>,
  most: number,
): (text: string) => string | undefined {
  const guesses = new Map<string, string | undefined>()
  return text => {
    if (!guesses.has(text) && guesses.size < most) guesses.set(text, nearest(text, candidates()))
    return guesses.get(text)
  }
}

/**
 * Returns a guesser for the name of a missing section. It finds an existing name written with the word of its header or its
 * brackets, as in `profile base` and `[sso-session work]`; else the nearest one.
 */
export function nameGuesser(
  names: ReadonlyMap<string, unknown>,
  most: number,
): (text: string) => string | undefined {
  const guess = guesser(() => names.keys(), most)
  return text => {
    const name = withoutHeader(text)
    return name !== text && names.has(name) ? name : (guess(name) ?? guess(text))
  }
}

function withoutHeader(text: string): string {
  const inner = text.startsWith('[') ? text.slice(1, text.endsWith(']') ? -1 : undefined) : text
  const name = inner.trim().replace(/^(?:profile|sso[-_ ]session)\s+/i, '')
  return decode(name)
}

/** Returns the key that is known by another word, as `role_name` is by `role`. */
export function keyFor(word: string): string | undefined {
  return synonyms.get(word)
}

/**
 * Returns the first candidate with the fewest typos (an extra, missing or wrong letter, or two swapped) from `text`: at most
 * two, one in a short text, none in a shorter one. Ignores case, and skips `text` itself.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > maxWordLength) return undefined
  const wanted = text.toLowerCase()
  let best: string | undefined
  let least = text.length < 3 ? 1 : text.length < 5 ? 2 : 3
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= least || candidate === text) continue
    const slips = countSlips(wanted, candidate.toLowerCase(), least)
    if (slips >= least) continue
    best = candidate
    least = slips
    if (slips === 0) break
  }
  return best
}

/** Returns the optimal string alignment distance, if it is less than `limit`. Fills only the necessary cells. */
function countSlips(one: string, other: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row: number[] = []
    row[0] = i
    let least = limit
    const end = Math.min(other.length, i + limit)
    for (let j = Math.max(1, i - limit); j <= end; j++) {
      const differ = one[i - 1] === other[j - 1] ? 0 : 1
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + differ)
      if (j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        slips = Math.min(slips, at(beforeLast, j - 2) + 1)
      }
      row[j] = slips
      if (slips < least) least = slips
    }
    if (least >= limit) return limit
    beforeLast = last
    last = row
  }
  return at(last, other.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
