/**
 * Returns the first letters of the name's first two words, or else its first two letters, in upper case: `SP` for
 * `shop-production`, `PA` for `payments`. At most two characters as people count them, so that an emoji stays whole. '' for
 * an empty name.
 */
export function monogram(name: string): string {
  // A lone surrogate can't be written in a URL.
  const shown = name
    .replace(/\p{Cs}/gu, '')
    .trim()
    .toUpperCase()
  const [first = shown, second] = shown.split(/[\s\p{P}|+=<>~^$`]+/u).filter(Boolean)
  return second === undefined ? firstOf(first, 2) : firstOf(first, 1) + firstOf(second, 1)
}

let graphemes: Intl.Segmenter | undefined

function firstOf(text: string, count: number): string {
  // Most names need no segmenter, which takes a while to make.
  if (/^[ -~]*$/.test(text)) return text.slice(0, count)
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const all = [...graphemes.segment(text)]
  return text.slice(0, all[count]?.index)
}
