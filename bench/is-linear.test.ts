import { describe, expect, it } from 'vitest'
import { isLinear } from './is-linear'

const numbers = (size: number) => Array.from({ length: size }, (_, index) => `${index}`)

describe('isLinear', () => {
  it('tells what looks once at each of many from what looks at all for each', { timeout: 60_000 }, () => {
    expect(isLinear(20_000, numbers, all => new Set(all))).toBe(true)
    expect(isLinear(20_000, numbers, all => all.filter(one => all.includes(`not ${one}`)))).toBe(false)
  })
})
