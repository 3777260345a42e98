import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflate, inflate } from './deflate'

describe('deflated text', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async text => {
        expect(await inflate(await deflate(text))).toBe(text)
      }),
    )
    const long = 'role_name = Operator\n'.repeat(100_000)
    expect(await inflate(await deflate(long))).toBe(long)
  })

  it('is refused when damaged', async () => {
    const data = await deflate('role_name = Operator\n'.repeat(100))
    await expect(inflate(data.slice(0, 12))).rejects.toThrow()
    await expect(inflate('not base64!')).rejects.toThrow()
  })
})
