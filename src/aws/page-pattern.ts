/** Nobody writes more stars, or a longer pattern, by hand. */
const maxPatternStars = 16
const maxPatternLength = 512
/** The longest part of a URL to match. Anything after it is ignored. */
const maxUrlLength = 8_192

/**
 * Whether `text` is a console page pattern: a URL without its scheme, in which `*` matches any number of characters,
 * including none, as in `*.console.aws.amazon.com/s3/buckets/prod-*`.
 */
export function isPagePattern(text: string): boolean {
  const stars = text.split('*').length - 1
  return (
    text.length <= maxPatternLength && stars <= maxPatternStars && /^[!-~]+$/.test(text) && /[^*]/.test(text)
  )
}

/**
 * Whether the page at `url`, an https URL, matches the pattern. A pattern without a trailing star also matches the pages
 * below it. Linear in the length of the URL, whatever the pattern: each piece between two stars is searched for once, from
 * the end of the previous match.
 */
export function isOfPattern(url: string, pattern: string): boolean {
  const page = url.slice(0, maxUrlLength).replace(/^https:\/\//, '')
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
