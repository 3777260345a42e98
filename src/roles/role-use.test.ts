import { describe, expect, it } from 'vitest'
import { frequentNames, type RoleUse, recentNames, withUse } from './role-use'

const day = 24 * 60 * 60 * 1000

function used(...times: readonly (readonly [name: string, day: number])[]): readonly RoleUse[] {
  return times.reduce<readonly RoleUse[]>((uses, [name, at]) => withUse(uses, name, at * day), [])
}

describe('used roles', () => {
  it('are kept most recent first, each once', () => {
    expect(recentNames(used(['a', 0], ['b', 1], ['a', 2]))).toEqual(['a', 'b'])
  })

  it('count by how often they were used', () => {
    expect(frequentNames(used(['a', 0], ['a', 0], ['b', 1]), 2 * day)).toEqual(['a', 'b'])
  })

  it('count by how recently, too: a use is worth half after a fortnight', () => {
    const uses = used(['a', 0], ['a', 0], ['a', 0], ['b', 28])
    expect(frequentNames(uses, 28 * day)).toEqual(['b', 'a'])
    expect(frequentNames(used(['a', 0], ['a', 0], ['a', 0], ['b', 14]), 14 * day)).toEqual(['a', 'b'])
  })

  it('are forgotten beyond a hundred', () => {
    const uses = used(...Array.from({ length: 120 }, (_, index) => [`role-${index}`, index] as const))
    expect(uses).toHaveLength(100)
    expect(recentNames(uses)[0]).toBe('role-119')
  })

  it('decay even if a clock recorded them in the future', () => {
    const uses = used(['a', 4_000], ['b', 1], ['b', 1])
    expect(frequentNames(uses, 1 * day)).toEqual(['b', 'a'])
    expect(uses.every(({ last }) => last === 1 * day)).toBe(true)
  })

  it('survive a clock that was set back', () => {
    expect(frequentNames(used(['a', 10], ['a', 5], ['b', 5]), 0)).toEqual(['a', 'b'])
  })
})
