import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putAccountIds, takeAccountIds } from './pack-account-ids'

/** Any UTF-16 unit, lone surrogates included. */
const unit = fc.nat(0xffff).map(code => String.fromCharCode(code))

const piece = fc.constantFrom(
  '\0',
  '111122223333',
  '000000000000',
  '999999999999',
  '1',
  '12345678901',
  ' ',
  '$&',
)
const text = fc.oneof(
  fc.string({ unit }),
  fc.array(piece).map(pieces => pieces.join('')),
)

describe('account ids', () => {
  it('are removed from a text', () => {
    expect(takeAccountIds('a = 111122223333\nb = 000000000042\nc = 12345678901')).toEqual({
      rest: 'a = \0\nb = \0\nc = 12345678901',
      ids: [111122223333, 42],
    })
  })

  it('are put back, whatever the text', () => {
    fc.assert(
      fc.property(text, written => {
        expect(putAccountIds(takeAccountIds(written))).toBe(written)
      }),
    )
  })

  it('are numbers below 2^40, including the one for the text’s own mark', () => {
    const { ids } = takeAccountIds('999999999999\0')
    expect(ids).toEqual([999_999_999_999, 1_000_000_000_000])
    expect(Math.max(...Array.from(ids))).toBeLessThan(2 ** 40)
  })

  it('are rejected if one is missing', () => {
    expect(() => putAccountIds({ rest: '\0 \0', ids: [111122223333] })).toThrow('An account id is missing.')
  })
})
