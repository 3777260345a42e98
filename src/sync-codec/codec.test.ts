import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { checksum } from '../lib/checksum'
import { ByteWriter } from './byte-stream'
import { cost } from './chunks'
import { decode, encode } from './codec'
import { compress } from './compress'
import { toPrintable } from './printable'

/** Any UTF-16 unit, lone surrogates included. */
const unit = fc.nat(0xffff).map(code => String.fromCharCode(code))
const piece = fc.constantFrom(
  '\0',
  '\n',
  '\r\n',
  '\uD800',
  '\uDC00',
  '\uFEFF',
  '役割',
  '😀',
  '111122223333',
  '000000000000',
  '999999999999',
  '1000000000000',
  '12345678901',
  '# a comment\n',
  'role_name = Operator\n',
)
const text = fc.oneof(
  fc.string(),
  fc.string({ unit }),
  fc.array(piece, { maxLength: 80 }).map(pieces => pieces.join('')),
)

/** Limit in milliseconds: a runaway takes far longer. */
const longestMs = 4_000

describe('a text', () => {
  it('decodes to itself, whatever it is', () => {
    fc.assert(
      fc.property(text, written => {
        expect(decode(encode(written))).toBe(written)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF[a]'],
    ['half a character', 'a\uD83D'],
    ['ids with zeroes in front', '000000000001 000000000000 999999999999'],
    ['digits without end', '1'.repeat(1_000)],
    ['every UTF-16 unit', Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('')],
    ['a million times the same', 'a'.repeat(1_000_000)],
    ['empty lines', '\n'.repeat(1_000_000)],
    ['one long line', generatedConfiguration(500).replaceAll('\n', ' ')],
    ['lines that end with CR', generatedConfiguration(500).replaceAll('\n', '\r')],
    ['a thousand roles', generatedConfiguration(1_000)],
    ['Japanese', '# 本番環境の請求\n[請求-本番]\nrole_name = Operator\n'.repeat(1_000)],
  ])('decodes to itself: %s', (_, written) => {
    expect(decode(encode(written)) === written).toBe(true)
  })
})

describe('data', () => {
  const written = generatedConfiguration(200)
  const data = encode(written)

  it('costs a byte per character, seven for a role, comments included', () => {
    expect(cost({ key: data }) - cost({ key: '' })).toBe(data.length)
    expect(encode(generatedConfiguration(1_000)).length).toBeLessThan(7_000)
  })

  it('that is damaged is rejected, or still gives the text', () => {
    const character = fc.integer({ min: 0x20, max: 0x7f }).map(code => String.fromCharCode(code))
    const change = fc.constantFrom('change', 'drop', 'insert', 'swap', 'cut')
    fc.assert(
      fc.property(fc.nat(data.length - 1), character, change, (index, put, how) => {
        const [before, at, after] = [data.slice(0, index), data.charAt(index), data.slice(index + 1)]
        const damaged = {
          change: before + put + after,
          drop: before + after,
          insert: before + put + at + after,
          swap: before + after.charAt(0) + at + after.slice(1),
          cut: before,
        }[how]
        let text: string
        try {
          text = decode(damaged)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
          return
        }
        expect(text === written).toBe(true)
      }),
    )
  })

  it('that isn’t valid is rejected', () => {
    fc.assert(
      fc.property(fc.string({ unit }), other => {
        expect(() => decode(other)).toThrow()
      }),
    )
  })

  it.each([
    ['more bytes than a text may have', [0xff, 0xff, 0xff, 0x7f]],
    ['no bytes', [0, 0, 0, 0]],
    ['more bytes than it has', [0xff, 0xff, 0x7f, 0]],
  ])('that claims to have %s is rejected quickly', (_, length) => {
    const compressed = compress(new Uint8Array(1_000))
    compressed.set(length)
    expectRefusedSoon(toPrintable(compressed))
  })

  it('that makes a long text from few bytes is rejected quickly', () => {
    const writer = new ByteWriter()
    writer.numbers([0, ...Array.from({ length: 1_000_000 }, () => 1)])
    writer.text('a'.repeat(100_000))
    writer.wideNumbers([])
    expectRefusedSoon(toPrintable(compress(writer.bytes())))
  })

  it.each([
    ['lines', 'role_name = Operator\n'.repeat(300_000)],
    ['account ids', '111122223333\n'.repeat(500_000)],
  ])('for a text longer than the limit is rejected: %s', (_, text) => {
    const data = encode(text)
    expect(data.length).toBeLessThan(2_000)
    expect(() => decode(data)).toThrow(RangeError)
  })

  function expectRefusedSoon(printable: string): void {
    const start = performance.now()
    expect(() => decode(checksum('').padStart(11, '0') + printable)).toThrow()
    expect(performance.now() - start).toBeLessThan(longestMs)
  }
})
