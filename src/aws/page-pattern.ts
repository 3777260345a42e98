/** More of them, or a longer pattern, nobody writes by hand. */
const mostStars = 16
const longestPattern = 512
/** The longest URL that is looked at: what comes behind decides nothing. */
const longestUrl = 8_192

/**
 * Whether `text` is a pattern of console pages: a URL without its scheme, in which `*` stands for any characters, none
 * included, as in `*.console.aws.amazon.com/s3/buckets/prod-*`.
 */
export function isPagePattern(text: string): boolean {
  const stars = text.split('*').length - 1
  return text.length <= longestPattern && stars <= mostStars && /^[!-~]+$/.test(text) && /[^*]/.test(text)
}

/**
 * Whether the page at `url`, an https URL, is of the pattern; a pattern without a star at its end means the pages
 * below it too. Takes time in proportion to the length of the URL, whatever the pattern: each piece between two stars is
 * looked for once, from where the last one ended.
 */
export function isOfPattern(url: string, pattern: string): boolean {
  const page = url.slice(0, longestUrl).replace(/^https:\/\//, '')
  const [first = '', ...pieces] = pattern.replace(/^https:\/\//, '').split('*')
  if (!page.startsWith(first)) return false
  let from = first.length
  for (const piece of pieces) {
    const index = page.indexOf(piece, from)
    if (index === -1) return false
    from = index + piece.length
  }
  return true
}
