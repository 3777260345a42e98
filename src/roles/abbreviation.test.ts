import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abbreviation } from './abbreviation'

function marked(term: string, name: string): string {
  const starts = abbreviation(term, name).filter((_, index) => index % 2 === 0)
  return [...name].map((letter, index) => (starts.includes(index) ? letter.toUpperCase() : letter)).join('')
}

describe('an abbreviation', () => {
  it.each([
    ['pp', 'payments-production', 'Payments-Production'],
    ['sprd', 'shop-production', 'Shop-PRoDuction'],
    ['spe', 'shop-production-eu', 'Shop-Production-Eu'],
    ['sp1', 'shop production 1', 'Shop Production 1'],
    ['pd', 'production', 'ProDuction'],
    ['ac', 'acme/core', 'Acme/Core'],
  ])('%j finds %j', (term, name, letters) => {
    expect(marked(term, name)).toBe(letters)
  })

  it.each([
    ['pp', 'production'],
    ['hp', 'shop-production'],
    ['p', 'production'],
    ['ps', 'shop-production'],
    ['spx', 'shop-production'],
    ['', 'shop'],
  ])('%j doesn’t find %j', (term, name) => {
    expect(abbreviation(term, name)).toEqual([])
  })

  it('marks the letters of the term, in order', () => {
    const name = fc.stringMatching(/^[a-c-]{0,30}$/)
    const term = fc.stringMatching(/^[a-c]{2,5}$/)
    fc.assert(
      fc.property(name, term, (name, term) => {
        const starts = abbreviation(term, name).filter((_, index) => index % 2 === 0)
        expect(starts).toEqual([...starts].sort((one, other) => one - other))
        if (starts.length > 0) expect(starts.map(index => name[index]).join('')).toBe(term)
      }),
    )
  })

  it('is found in a name of any length without running away', () => {
    expect(abbreviation('aaaaaaaaaaab', 'a'.repeat(100_000))).toEqual([])
  })
})
