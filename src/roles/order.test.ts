import { describe, expect, it } from 'vitest'
import { inOrder } from './order'
import type { Role } from './role'

function ordered(
  order: Parameters<typeof inOrder>[1],
  names: readonly string[],
  recent: readonly string[] = [],
) {
  const roles = names.map((name): Role => ({ name, account: '111122223333', roleName: 'R' }))
  return inOrder(roles, order, recent).map(({ name }) => name)
}

describe('the order of roles', () => {
  it('may be that of the text', () => {
    expect(ordered('file', ['b', 'a', 'c'], ['c'])).toEqual(['b', 'a', 'c'])
  })

  it('may be by name, whatever the case, numbers as numbers', () => {
    expect(ordered('name', ['shop-10', 'Shop-2', 'audit', 'École', 'zoo'])).toEqual([
      'audit',
      'École',
      'Shop-2',
      'shop-10',
      'zoo',
    ])
  })

  it('may be by last use, and what was never used as in the text', () => {
    expect(ordered('recent', ['d', 'a', 'c', 'b'], ['b', 'gone', 'a'])).toEqual(['b', 'a', 'd', 'c'])
  })
})
