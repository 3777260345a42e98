import { describe, expect, it } from 'vitest'
import { growth } from './growth'

describe('growth', () => {
  it('is that of the last tenth over the sixth, whatever the first half was', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 1_000 + index)
    expect(growth(samples)).toBe(40)
    expect(growth([...Array.from({ length: 50 }, () => 0), ...samples.slice(50)])).toBe(40)
  })

  it('is zero if a single sample is high', () => {
    const samples = Array.from({ length: 30 }, () => 7)
    samples[28] = 1_000
    expect(growth(samples)).toBe(0)
  })

  it('can’t be measured with few samples', () => {
    expect(() => growth([1, 2, 3, 4, 5, 6, 7, 8, 9])).toThrow('ten samples')
    expect(growth([1, 2, 3, 4, 5, 6, 7, 8, 9, 12])).toBe(6)
  })
})
