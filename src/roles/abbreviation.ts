/** Longer names are compared by their first characters, so that time stays in proportion to the text. */
const maxNameLength = 100
/** A single letter abbreviates almost everything. */
const minTermLength = 2
const maxTermLength = 12
const wordCharacter = /[\p{L}\p{N}]/u

/**
 * Returns where a folded name has the letters of an abbreviation, in order: each starts a word, or comes later in the same
 * word as the letter before it, as in `pp` for `payments-production` and `sprd` for `shop-production`. Pairs of start and
 * end, in UTF-16 code units; empty if it doesn't abbreviate the name. Prefers the starts of words.
 */
export function abbreviation(term: string, name: string): readonly number[] {
  if (term.length < minTermLength || term.length > maxTermLength) return []
  const text = name.slice(0, maxNameLength)
  if (!holdsInOrder(text, term)) return []
  const starts = wordStarts(text)
  const dead = new Set<number>()
  const find = (letter: number, previous: number): readonly number[] | undefined => {
    if (letter === term.length) return []
    const state = letter * maxNameLength + previous
    if (dead.has(state)) return undefined
    for (const index of candidates(text, starts, term.charAt(letter), previous)) {
      const rest = find(letter + 1, index)
      if (rest) return [index, index + 1, ...rest]
    }
    dead.add(state)
    return undefined
  }
  return find(0, -1) ?? []
}

/** A quick look that most names don't pass. */
function holdsInOrder(text: string, letters: string): boolean {
  let from = 0
  for (let index = 0; index < letters.length; index++) {
    from = text.indexOf(letters.charAt(index), from) + 1
    if (from === 0) return false
  }
  return true
}

/** Returns where the next letter can be: at the starts of later words first, then later in the same word. */
function candidates(
  text: string,
  starts: readonly boolean[],
  letter: string,
  previous: number,
): readonly number[] {
  const atStart: number[] = []
  const inWord: number[] = []
  let isSameWord = previous >= 0
  for (let index = previous + 1; index < text.length; index++) {
    const isStart = starts[index] === true
    if (isStart || !wordCharacter.test(text.charAt(index))) isSameWord = false
    if (text.charAt(index) !== letter) continue
    if (isStart) atStart.push(index)
    else if (isSameWord) inWord.push(index)
  }
  return [...atStart, ...inWord]
}

function wordStarts(text: string): readonly boolean[] {
  let isAfterWord = false
  return Array.from({ length: text.length }, (_, index) => {
    const isWord = wordCharacter.test(text.charAt(index))
    const isStart = isWord && !isAfterWord
    isAfterWord = isWord
    return isStart
  })
}
