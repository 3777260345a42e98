import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflate, inflate } from './deflate'

describe('deflated text', () => {
  it('inflates to the same text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async text => {
        expect(await inflate(await deflate(text))).toBe(text)
      }),
    )
    const long = 'role_name = Operator\n'.repeat(100_000)
    expect(await inflate(await deflate(long))).toBe(long)
  })

  it('that inflates to more than the limit is rejected before it’s complete', async () => {
    const data = await deflate('a'.repeat(1 << 26))
    expect(data.length).toBeLessThan(100_000)
    await expect(inflate(data)).rejects.toThrow(RangeError)
  })

  it('is rejected if damaged', async () => {
    const data = await deflate('role_name = Operator\n'.repeat(100))
    await expect(inflate(data.slice(0, 12))).rejects.toThrow()
    await expect(inflate('not base64!')).rejects.toThrow()
  })
})
