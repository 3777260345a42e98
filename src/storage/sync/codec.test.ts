import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedConfiguration } from '../../../e2e/generated-configuration'
import { decode, encode } from './codec'
import { fromPrintable, toPrintable } from './printable'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  // Every code unit, lone surrogates and the codec's own marks among them.
  fc
    .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0xd800, 0xdfff, 1, 2, 0, 0xfeff)), { maxLength: 60 })
    .map(codes => String.fromCharCode(...codes)),
  fc
    .array(
      fc.oneof(
        fc.stringMatching(/^\d{11,13}$/),
        fc.constantFrom('a', '\n', '\u0001', '\u0002', '\u00020031', '000000000000', '日本'),
      ),
    )
    .map(parts => parts.join('')),
)

describe('a text', () => {
  // Each takes some fifty milliseconds, however short it is.
  it('comes back as it was, whatever it is, from characters that cost one byte each', () => {
    const comesBack = fc.property(anyText, text => {
      const data = encode(text)
      expect(data).toMatch(/^[!#-;=-[\]-~]*$/)
      expect(decode(data)).toBe(text)
    })
    fc.assert(comesBack, { numRuns: 100 })
  }, 60_000)

  it.each([
    ['an empty one', ''],
    ['a byte order mark', '\uFEFF[a]'],
    ['half a character', 'a\ud83d'],
    ['ids with zeroes in front', '000000000001 000000000000 999999999999'],
    ['the marks themselves', '\u0001\u0002\u00020041 111122223333'],
    ['digits without end', '1'.repeat(1_000)],
    ['a comment in Japanese', '# 本番\n[決済]\naws_account_id = 111122223333\n'],
    ['a thousand roles', generatedConfiguration(1_000)],
  ])('comes back as it was: %s', (_, text) => {
    expect(decode(encode(text))).toBe(text)
  })

  it('takes eleven characters a role, comments and all', () => {
    expect(encode(generatedConfiguration(1_000)).length).toBeLessThan(11_000)
  })
})

describe('data that is no text', () => {
  const data = encode(generatedConfiguration(20))

  it.each([
    ['nothing', ''],
    ['a character', '!'],
    ['blanks', '                '],
    ['what JSON escapes', '"""""""""""""""""""'],
    ['the highest characters', '~~~~~~~~~~~~~~~~~~~~'],
    ['an odd number of characters', `${data}!`],
    ['more than there is', `${data}!!!!`],
    ['less than there is', data.slice(0, -4)],
  ])('is refused: %s', (_, damaged) => {
    expect(() => decode(damaged)).toThrow()
  })

  it('is refused where it would fill the memory', () => {
    const bytes = fromPrintable(data)
    const ids = new DataView(bytes.buffer).getUint32(4)
    bytes.fill(0xff, 8 + ids * 5 + 5, 8 + ids * 5 + 13)
    expect(() => decode(toPrintable(bytes))).toThrow('The data is not a text.')
  })

  it('never takes long', () => {
    fc.assert(
      fc.property(fc.nat(data.length - 1), fc.constantFrom(...'!#a~'), (place, character) => {
        // The checksum refuses it before: here it need only end.
        try {
          decode(data.slice(0, place) + character + data.slice(place + 1))
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })
})
