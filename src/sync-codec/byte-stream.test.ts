import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader, ByteWriter } from './byte-stream'

/** Any UTF-16 unit, lone surrogates included. */
const unit = fc.nat(0xffff).map(code => String.fromCharCode(code))

const numbers = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
const wide = fc.array(fc.integer({ min: 0, max: 2 ** 40 - 1 }))

describe('bytes', () => {
  it('return the numbers and texts they were made from', () => {
    fc.assert(
      fc.property(numbers, fc.string({ unit }), wide, (some, text, others) => {
        const writer = new ByteWriter()
        writer.numbers(some)
        writer.text(text)
        writer.wideNumbers(others)
        const reader = new ByteReader(writer.bytes())
        expect([...reader.numbers()]).toEqual(some)
        expect(reader.text()).toBe(text)
        expect([...reader.wideNumbers()]).toEqual(others)
      }),
    )
  })

  it('grow as needed', () => {
    const text = '役割'.repeat(100_000)
    const writer = new ByteWriter()
    writer.text(text)
    expect(new ByteReader(writer.bytes()).text() === text).toBe(true)
  })

  it.each([
    ['nothing', []],
    ['half a number', [0x80]],
    ['fewer numbers than they say', [3, 1, 1]],
    ['four thousand million numbers', [0xff, 0xff, 0xff, 0xff, 0x0f, 1]],
  ])('are rejected if they contain %s', (_, bytes) => {
    expect(() => new ByteReader(Uint8Array.from(bytes)).numbers()).toThrow(RangeError)
    expect(() => new ByteReader(Uint8Array.from(bytes)).wideNumbers()).toThrow(RangeError)
  })
})
