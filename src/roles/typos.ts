import uFuzzy from '@leeoniya/ufuzzy'
import type { Typos } from './term'

// Allows one wrong, missing, extra or swapped letter in words of three or more letters, and never in digits.
const fuzzy = new uFuzzy({ intraMode: 1 })

/** The search for words with a typo. It has a file of its own because the menu loads it after its first picture. */
export const typos: Typos = {
  filter: (texts, word, indices) => fuzzy.filter(texts, word, indices) ?? [],
  range(text, word) {
    const found = fuzzy.filter([text], word)
    const ranges = found?.length ? (fuzzy.info(found, [text], word).ranges[0] ?? []) : []
    const [start, end] = [ranges[0], ranges.at(-1)]
    return start === undefined || end === undefined ? [] : [start, end]
  },
}
