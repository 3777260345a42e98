import { expect, it } from 'vitest'
import { compareProfiles } from './compare'

it('tells added, changed and removed profiles, wherever they stand', () => {
  const before = [
    { name: 'a', line: 1, account: '111122223333', roleName: 'A' },
    { name: 'b', line: 4, color: 'ff0000' },
    { name: 'c', line: 7 },
  ]
  const after = [
    { name: 'b', line: 1, color: '00ff00' },
    { name: 'a', roleName: 'A', line: 4, account: '111122223333' },
    { name: 'd', line: 7 },
  ]
  expect(compareProfiles(before, after)).toEqual({ added: ['d'], changed: ['b'], removed: ['c'] })
})
