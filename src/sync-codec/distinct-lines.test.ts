import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDistinctLines, toDistinctLines } from './distinct-lines'

/** Any UTF-16 unit, lone surrogates included. */
const unit = fc.nat(0xffff).map(code => String.fromCharCode(code))

const text = fc.oneof(
  fc.string({ unit }),
  fc.array(fc.constantFrom('a', 'b', '\r', '\n', '\r\n', '\u2028', '')).map(pieces => pieces.join('')),
)

describe('distinct lines', () => {
  it('are written once each', () => {
    expect(toDistinctLines('a\nb\na\n\na')).toEqual({ distinct: 'a\nb\n\na', order: [0, 0, 1, 0, 0] })
  })

  it('restore the text, whatever its line ends', () => {
    fc.assert(
      fc.property(text, written => {
        expect(fromDistinctLines(toDistinctLines(written), written.length)).toBe(written)
      }),
      { numRuns: 1_000 },
    )
  })

  it('are rejected if one is missing', () => {
    expect(() => fromDistinctLines({ distinct: 'a\n', order: [0, 2] }, 100)).toThrow('A line is missing.')
    expect(() => fromDistinctLines({ distinct: 'a\n', order: [0, 0] }, 100)).toThrow('A line is missing.')
  })

  it('make no text longer than the limit', () => {
    const bomb = {
      distinct: `${'a'.repeat(99)}\n`,
      order: [0, ...Array.from({ length: 1_000_000 }, () => 1)],
    }
    expect(() => fromDistinctLines(bomb, 5_000)).toThrow('The text is too long.')
  })
})
