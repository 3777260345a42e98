import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withAccountIds, withoutAccountIds } from './account-ids'

describe('a text without its account ids', () => {
  it('has twelve digits taken out, no more and no fewer', () => {
    const { text, ids } = withoutAccountIds(
      'a = 111122223333\nb = 1111222233334\nc = 11112222333\nd = 000000000042',
    )
    expect(ids).toEqual([111122223333, 42])
    expect(text).toBe('a = \u0001\nb = 1111222233334\nc = 11112222333\nd = \u0001')
  })

  it('has them back, whatever else is in it', () => {
    const piece = fc.oneof(
      fc.nat(0xffff).map(code => String.fromCharCode(code)),
      fc.stringMatching(/^\d{12}$/),
      fc.constantFrom('\u0001', '\u0002', '\ud800', '\udfff', '\u00020041', '7'),
    )
    const comesBack = fc.property(fc.array(piece), pieces => {
      const text = pieces.join('')
      const without = withoutAccountIds(text)
      expect(() => encodeURIComponent(without.text), 'well-formed').not.toThrow()
      expect(withAccountIds(without)).toBe(text)
    })
    fc.assert(comesBack, { numRuns: 2_000 })
  })

  it.each([
    ['an id too few', '\u0001\u0001', [1]],
    ['an id too many', '\u0001', [1, 2]],
    ['half an escape', '\u000200', []],
    ['an escape of nothing', '\u0002zzzz', []],
  ])('is refused with %s', (_, text, ids) => {
    expect(() => withAccountIds({ text, ids })).toThrow()
  })
})
