import { describe, expect, it } from 'vitest'
import { withVersion } from './version'

const version = (data: string, time = 0) => ({ data, time, roles: 1, here: true })

describe('withVersion', () => {
  it('puts the latest first', () => {
    expect(withVersion([version('a')], version('b')).map(({ data }) => data)).toEqual(['b', 'a'])
  })

  it('keeps one that is saved again only once', () => {
    const versions = [version('a', 1)]
    expect(withVersion(versions, version('a', 2))).toBe(versions)
  })

  it('keeps twenty', () => {
    const many = Array.from({ length: 20 }, (_, index) => version(`${index}`))
    const kept = withVersion(many, version('new'))
    expect([kept.length, kept[0]?.data, kept.at(-1)?.data]).toEqual([20, 'new', '18'])
  })

  it('keeps fewer of large ones, but never none', () => {
    const large = version('x'.repeat(2_000_000))
    expect(withVersion([large], version('y'.repeat(2_000_000)))).toHaveLength(1)
    expect(withVersion([], version('z'.repeat(4_000_000)))).toHaveLength(1)
  })
})
