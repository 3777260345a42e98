type Random = () => number

/** In UTF-16 units. Most readers work line by line, so longer texts show nothing new. */
const longest = 1_024
/** The length of a stretched text, which shows whether something takes time out of proportion to its length. */
const stretched = 12_000
/** One text in this many is stretched, because it takes as long as a hundred others. */
const seldom = 256

/**
 * Returns a function that makes a new text from a known one. It changes up to eight places, and now and then repeats a
 * part.
 */
export function mutator(random: Random, words: readonly string[]): (known: readonly string[]) => string {
  const below = (most: number) => Math.floor(random() * most)
  const one = <T>(list: readonly T[]): T | undefined => list[below(list.length)]

  /** Returns the shorter of two random texts, which takes less time and shows as much. */
  const parent = (known: readonly string[]): string => {
    const [first = '', second = ''] = [one(known), one(known)]
    return first.length <= second.length ? first : second
  }
  const piece = (text: string): string => {
    const from = below(text.length)
    return text.slice(from, from + 1 + below(one([4, 16, 64]) ?? 0))
  }
  const splice = (text: string, remove: number, insert: string): string => {
    const at = below(text.length + 1)
    return text.slice(0, at) + insert + text.slice(at + remove)
  }
  const changes: readonly ((text: string, known: readonly string[]) => string)[] = [
    text => splice(text, 0, one(words) ?? ''),
    text => splice(text, 1 + below(16), one(words) ?? ''),
    text => splice(text, 1 + below(16), ''),
    text => splice(text, 1, String.fromCharCode(below(one([128, 0x10000]) ?? 0))),
    text => splice(text, 0, piece(text)),
    text => splice(text, 0, piece(text).repeat(2 + below(6))),
    (text, known) => splice(text, 0, piece(one(known) ?? '')),
    (text, known) => {
      const other = one(known) ?? ''
      return text.slice(0, below(text.length)) + other.slice(below(other.length))
    },
    text => {
      const lines = text.split('\n')
      const [from, to] = [below(lines.length), below(lines.length)]
      lines.splice(to, 0, ...lines.splice(from, 1 + below(3)))
      return lines.join('\n')
    },
  ]

  return known => {
    let text = parent(known)
    for (let left = 1 + below(8); left > 0; left--) text = one(changes)?.(text, known) ?? text
    text = text.slice(0, longest)
    if (below(seldom) > 0 || text === '') return text
    const repeated = piece(text)
    return splice(text, repeated.length, repeated.repeat(Math.ceil(stretched / repeated.length)))
  }
}
