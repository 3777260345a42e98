import { describe, expect, it } from 'vitest'
import type { Role } from '../config/resolve/role'
import { type Habits, inOrder, inSearchOrder, isForPage, type Order } from './order'

const none: Habits = { recent: [], frequent: [], pinned: [] }

function role(name: string, rest: Partial<Role> = {}): Role {
  return { name, account: '111122223333', roleName: 'R', ...rest }
}

function ordered(order: Order, names: readonly string[], habits: Partial<Habits> = {}) {
  const roles = names.map(name => role(name))
  return inOrder(roles, order, { ...none, ...habits }).map(({ name }) => name)
}

function searched(order: Order, names: readonly string[], habits: Partial<Habits>) {
  const roles = names.map(name => role(name))
  return inSearchOrder(roles, order, habits.recent ?? []).map(({ name }) => name)
}

describe('the order of roles', () => {
  it('may be that of the text', () => {
    expect(ordered('file', ['b', 'a', 'c'], { recent: ['c'], frequent: ['c'] })).toEqual(['b', 'a', 'c'])
  })

  it('may be by name, in any case, with numbers as numbers', () => {
    expect(ordered('name', ['shop-10', 'Shop-2', 'audit', 'École', 'zoo'])).toEqual([
      'audit',
      'École',
      'Shop-2',
      'shop-10',
      'zoo',
    ])
  })

  it('may be as in the text below the recent ones, which come first among matches', () => {
    const habits = { recent: ['b', 'gone', 'a'] }
    expect(ordered('recent', ['d', 'a', 'c', 'b'], habits)).toEqual(['d', 'a', 'c', 'b'])
    expect(searched('recent', ['d', 'a', 'c', 'b'], habits)).toEqual(['b', 'a', 'd', 'c'])
    expect(searched('file', ['d', 'a', 'c', 'b'], habits)).toEqual(['d', 'a', 'c', 'b'])
  })

  it('may be by how often and how recently they were used', () => {
    expect(ordered('frequent', ['d', 'a', 'c'], { frequent: ['c', 'd'], recent: ['a'] })).toEqual([
      'c',
      'd',
      'a',
    ])
  })

  it('may be by group, each at the position of its first role, with ungrouped ones last', () => {
    const roles = [
      role('a'),
      role('b', { group: 'two' }),
      role('c', { group: 'one' }),
      role('d', { group: 'two' }),
      role('e'),
    ]
    expect(inOrder(roles, 'group', none).map(({ name }) => name)).toEqual(['b', 'd', 'c', 'a', 'e'])
  })

  it('has the pinned roles on top, in their order', () => {
    expect(ordered('name', ['d', 'a', 'c', 'b'], { pinned: ['c', 'gone', 'b'] })).toEqual([
      'c',
      'b',
      'a',
      'd',
    ])
  })

  it('has the roles for the page before all others', () => {
    const roles = [role('a'), role('b', { match: ['*/ec2/', '*/s3/'] }), role('c', { match: ['*/iam/'] })]
    const page = 'https://eu-west-1.console.aws.amazon.com/s3/buckets'
    const names = inOrder(roles, 'file', { ...none, pinned: ['c'] }, page).map(({ name }) => name)
    expect(names).toEqual(['b', 'c', 'a'])
    expect(roles.map(one => isForPage(one, page))).toEqual([false, true, false])
  })
})
