import { expect, it } from 'vitest'
import { asOneLine } from '../../lib/one-line'
import { compareProfiles } from './compare-profiles'

const one = asOneLine

it('lists added, changed and removed profiles, wherever they are', () => {
  const a = { name: one('a'), account: one('111122223333'), roleName: one('A') }
  const before = [
    { ...a, line: 1 },
    { name: one('b'), line: 4, color: one('ff0000') },
    { name: one('c'), line: 7 },
  ]
  const after = [
    { name: one('b'), line: 1, color: one('00ff00') },
    { roleName: a.roleName, name: a.name, line: 4, account: a.account },
    { name: one('d'), line: 7 },
  ]
  expect(compareProfiles(before, after)).toEqual({ added: ['d'], changed: ['b'], removed: ['c'] })
})
