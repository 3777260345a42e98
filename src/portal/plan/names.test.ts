import { describe, expect, it } from 'vitest'
import { isLinear } from '../../../bench/is-linear'
import type { FoundAccount } from '../found'
import { type NameStyle, nameKey, namesOf } from './names'

const usual: NameStyle = { template: '{account}-{role}', isLowerCase: true }
const shop: FoundAccount = { id: '111122223333', name: 'Shop production', roles: ['Operator'] }

const names = (accounts: readonly FoundAccount[], style = usual, taken: readonly string[] = []) =>
  namesOf(
    accounts.flatMap(account => account.roles.map(roleName => ({ account, roleName }))),
    accounts,
    style,
    new Set(taken.map(nameKey)),
  )

describe('names of roles from a portal', () => {
  it.each<[string, NameStyle, string]>([
    ['as generators write them', usual, 'shop-production-operator'],
    ['with a slash', { ...usual, template: '{account}/{role}' }, 'shop-production/operator'],
    ['as the portal writes them', { ...usual, isLowerCase: false }, 'Shop-production-Operator'],
    ['of the account’s id', { ...usual, template: '{role}@{id}' }, 'operator@111122223333'],
    [
      'of a text with spaces',
      { ...usual, template: ' my {role} in {account} ' },
      'my-operator-in-shop-production',
    ],
    ['of a placeholder that doesn’t exist', { ...usual, template: '{name} {role}' }, 'name-operator'],
    ['of nothing', { ...usual, template: ' ' }, '111122223333-operator'],
  ])('are made %s', (_, style, name) => {
    expect(names([shop], style)).toEqual([name])
  })

  it.each<[string, string]>([
    ['決済 本番', '決済-本番-operator'],
    ['ﾃｽﾄ　Ｓｈｏｐ', 'テスト-shop-operator'],
    ['a]\n[b', 'a-b-operator'],
    ['"; # =', '111122223333-operator'],
    ['\u202eevil\u200b', 'evil-operator'],
    ['', '111122223333-operator'],
    ['a/b', 'a-b-operator'],
    ['AKIAIOSFODNN7EXAMPLE', 'akiaiosfodnn7example-operator'],
  ])('are plain for the account %j', (name, expected) => {
    expect(names([{ ...shop, name }])).toEqual([expected])
  })

  it('tell accounts of one name apart by their ids, whichever are new', () => {
    const other = { ...shop, id: '333344445555', name: 'shop PRODUCTION' }
    expect(names([shop, other])).toEqual([
      'shop-production-111122223333-operator',
      'shop-production-333344445555-operator',
    ])
    expect(namesOf([{ account: other, roleName: 'Operator' }], [shop, other], usual, new Set())).toEqual([
      'shop-production-333344445555-operator',
    ])
  })

  it('are never those of other profiles, in any case', () => {
    expect(names([shop], usual, ['Shop-Production-Operator'])).toEqual([
      'shop-production-111122223333-operator',
    ])
    const both = ['shop-production-operator', 'shop-production-111122223333-operator']
    expect(names([shop], usual, both)).toEqual(['shop-production-111122223333-operator-2'])
  })

  it('are never given twice', () => {
    const [one, two] = [
      { ...shop, name: 'a', roles: ['b-c'] },
      { ...shop, id: '333344445555', name: 'a-b', roles: ['c', 'C'] },
    ]
    expect(names([one, two])).toEqual(['a-b-c', 'a-b-333344445555-c', 'a-b-333344445555-c-2'])
    expect(names([{ ...shop, roles: ['a', 'b', 'c'] }], { ...usual, template: 'x' })).toEqual([
      'x',
      'x-111122223333',
      'x-111122223333-2',
    ])
  })

  it('take time in proportion to the roles, even if all are the same', () => {
    const accounts = (size: number): readonly FoundAccount[] =>
      Array.from({ length: size }, (_, index) => ({ ...shop, id: String(100_000_000_000 + index) }))
    expect(isLinear(10_000, accounts, all => names(all))).toBe(true)
    expect(isLinear(10_000, accounts, all => names(all, { ...usual, template: 'x' }))).toBe(true)
  })
})
