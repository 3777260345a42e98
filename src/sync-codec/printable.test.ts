import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cost } from './chunks'
import { fromPrintable, toPrintable } from './printable'

const anyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

describe('printable characters', () => {
  it('return the bytes they were made from', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(fromPrintable(toPrintable(bytes))).toEqual(bytes)
      }),
      { numRuns: 1_000 },
    )
  })

  it('hold six and a half bits each, and cost a byte each', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const characters = toPrintable(bytes)
        expect(characters).toHaveLength(Math.ceil((bytes.length * 8) / 6.5))
        expect(cost({ key: characters }) - cost({ key: '' })).toBe(characters.length)
      }),
    )
  })

  it('are rejected if one is replaced by another that no bytes have there', () => {
    const characters = toPrintable(anyByte)
    for (const other of ['"', '\\', '<', ' ', '\0', '\x7f', 'é', '一', '\uD800']) {
      for (const index of [0, 1, characters.length - 1]) {
        const changed = characters.slice(0, index) + other + characters.slice(index + 1)
        expect(() => fromPrintable(changed)).toThrow(RangeError)
      }
    }
  })

  it('are rejected, or return other bytes, if they are changed in any way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), characters => {
        let bytes: Uint8Array
        try {
          bytes = fromPrintable(characters)
        } catch {
          return
        }
        expect(toPrintable(bytes)).toBe(characters)
      }),
    )
  })
})
