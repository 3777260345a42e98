import { describe, expect, it } from 'vitest'
import { growth } from './growth'

describe('growth', () => {
  it('is that of the last tenth over the second, whatever the first was', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 1_000 + index)
    expect(growth(samples)).toBe(80)
    expect(growth([...Array.from({ length: 10 }, () => 0), ...samples.slice(10)])).toBe(80)
  })

  it('is none where one sample of several is high', () => {
    const samples = Array.from({ length: 30 }, () => 7)
    samples[28] = 1_000
    expect(growth(samples)).toBe(0)
  })

  it('cannot be told of a few', () => {
    expect(() => growth([1, 2, 3, 4, 5, 6, 7, 8, 9])).toThrow('ten samples')
    expect(growth([1, 2, 3, 4, 5, 6, 7, 8, 9, 12])).toBe(10)
  })
})
