import { expect, it } from 'vitest'
import { dashedAccount } from './dashed-account'

it.each([
  ['111122223333', '1111-2222-3333'],
  ['shop', 'shop'],
  ['11112222333', '11112222333'],
  ['1111222233334', '1111222233334'],
  ['', ''],
])('writes %s as %s', (account, shown) => {
  expect(dashedAccount(account)).toBe(shown)
})
