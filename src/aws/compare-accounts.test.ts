import { expect, it } from 'vitest'
import { compareAccounts, namedAccount } from './compare-accounts'

const [one, other] = ['111122223333', '222233334444']

it.each([
  [{ id: one }, { id: one }, 'same'],
  [{ id: one }, { id: other }, 'different'],
  [{ alias: 'a' }, { alias: 'a' }, 'same'],
  [{ alias: 'a' }, { alias: 'b' }, 'different'],
  [{ id: one, alias: 'a' }, { alias: 'a' }, 'same'],
  [{ id: one, alias: 'a' }, { alias: 'b' }, 'different'],
  // An alias may be misspelled; the id determines the account.
  [{ id: one, alias: 'a' }, { id: other, alias: 'a' }, 'different'],
  [{ id: one, alias: 'a' }, { id: one, alias: 'b' }, 'same'],
  [{ id: one }, { alias: 'a' }, 'unknown'],
  [{}, { id: one, alias: 'a' }, 'unknown'],
  [{}, {}, 'unknown'],
] as const)('%j and %j are %s', (a, b, comparison) => {
  expect(compareAccounts(a, b)).toBe(comparison)
  expect(compareAccounts(b, a)).toBe(comparison)
})

it.each([
  [one, undefined, { id: one }],
  [one, 'a-b', { id: one, alias: 'a-b' }],
  ['a-b', undefined, { alias: 'a-b' }],
  ['a-b', 'c-d', { alias: 'a-b' }],
])('a profile with account %s and alias %s names %j', (account, alias, named) => {
  expect(namedAccount(account, alias)).toEqual(named)
})
