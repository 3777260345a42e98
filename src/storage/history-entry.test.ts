import { describe, expect, it } from 'vitest'
import { withEntries } from './history-entry'

const version = (name: string, time = 0, length = 1) => ({ sum: name, length, time, roles: 1, here: true })
const names = (versions: readonly { readonly sum: string }[]) => versions.map(({ sum }) => sum)

describe('withEntries', () => {
  it('puts the latest first', () => {
    expect(names(withEntries([version('a')], version('b'), version('c')))).toEqual(['c', 'b', 'a'])
  })

  it('keeps a text that is saved again only once', () => {
    const versions = [version('a', 1)]
    expect(withEntries(versions, version('a', 2))).toBe(versions)
  })

  it('keeps twenty', () => {
    const many = Array.from({ length: 20 }, (_, index) => version(`${index}`))
    const kept = withEntries(many, version('new'))
    expect([kept.length, kept[0]?.sum, kept.at(-1)?.sum]).toEqual([20, 'new', '18'])
  })

  it('keeps fewer large ones, but always the replaced one', () => {
    const large = (name: string) => version(name, 0, 2_000_000)
    expect(names(withEntries([large('a'), large('b'), large('c')], large('n')))).toEqual(['n', 'a'])
    expect(names(withEntries([version('a'), large('b')], large('m'), large('n')))).toEqual(['n', 'm', 'a'])
    expect(withEntries([], version('z', 0, 4_000_000))).toHaveLength(1)
  })
})
