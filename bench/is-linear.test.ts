import { describe, expect, it } from 'vitest'
import { isLinear } from './is-linear'

const numbers = (size: number) => Array.from({ length: size }, (_, index) => `${index}`)

describe('isLinear', () => {
  it('distinguishes work that looks at each item once from work that looks at all items for each', {
    timeout: 60_000,
  }, () => {
    expect(isLinear(20_000, numbers, all => new Set(all))).toBe(true)
    expect(isLinear(20_000, numbers, all => all.filter(one => all.includes(`not ${one}`)))).toBe(false)
  })
})
