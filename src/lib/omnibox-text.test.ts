import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asText, asXml, type Stretch } from './omnibox-text'

const stretch = fc
  .tuple(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 'match' as const, 'dim' as const))
  .map(([text, look]): Stretch => (look ? { text, look } : { text }))

/** Returns the texts and the looks in the XML. Throws if a parser would: at any other tag, sign or character. */
function parse(xml: string): readonly string[] {
  const pieces = xml.match(/<(match|dim)>[^<>&]*(?:&#\d+;[^<>&]*)*<\/\1>|[^<>&]+|&#\d+;/g) ?? []
  expect(pieces.join('')).toBe(xml)
  return pieces
}

it('any text is XML that the browser accepts, without characters that XML has no place for', () => {
  fc.assert(
    fc.property(fc.array(stretch), stretches => {
      const xml = asXml(stretches)
      parse(xml)
      expect(xml).not.toMatch(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u)
    }),
  )
})

it('what is shown is the same in both browsers', () => {
  const unescaped = (xml: string) =>
    xml
      .replace(/<\/?(?:match|dim)>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  fc.assert(
    fc.property(fc.array(stretch), stretches => {
      expect(unescaped(asXml(stretches))).toBe(asText(stretches))
    }),
  )
})

it('marks what matches and what is less important, and keeps the spaces between', () => {
  const stretches = [
    { text: 'pay', look: 'match' as const },
    { text: 'ments & <b>' },
    { text: ' · Operator', look: 'dim' as const },
  ]
  expect(asXml(stretches)).toBe('<match>pay</match>ments &#38; &#60;b&#62;<dim> · Operator</dim>')
  expect(asText(stretches)).toBe('payments & <b> · Operator')
})
