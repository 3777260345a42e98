import { expect, it } from 'vitest'
import { readRetryAfter } from './retry-after'

const now = Date.UTC(2026, 10, 25, 12, 0, 0)

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Wed, 25 Nov 2026 12:05:00 GMT', 300_000],
  ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
  ['Wednesday, 25-Nov-26 12:05:00 GMT', 300_000],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['99999999999', undefined],
  ['soon', undefined],
  ['2026', 2_026_000],
])('Retry-After: %s', (header, milliseconds) => {
  expect(readRetryAfter(header, now)).toBe(milliseconds)
})

it('may be missing', () => {
  expect(readRetryAfter(null, now)).toBeUndefined()
})
