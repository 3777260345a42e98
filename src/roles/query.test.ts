import { describe, expect, it } from 'vitest'
import type { Role } from '../config/resolve/role'
import { readQuery } from './query'
import { search } from './search'

const roles: readonly Role[] = [
  { name: 'shop-production', account: '111122223333', roleName: 'team/Operator', group: 'Shop EU' },
  { name: 'shop-staging', account: '222233334444', roleName: 'Operator', group: 'Staging' },
  { name: 'production-audit', account: '333344445555', accountAlias: 'vale', roleName: 'Auditor' },
]

function found(query: string): readonly string[] {
  return search(roles)
    .find(query)
    .map(({ name }) => name)
}

describe('a query', () => {
  it.each([
    ['@shop', ['shop-production']],
    ['@shopeu', ['shop-production']],
    ['@STAG', ['shop-staging']],
    ['#2222', ['shop-production', 'shop-staging']],
    ['#vale', ['production-audit']],
    ['/oper', ['shop-production', 'shop-staging']],
    ['/audit', ['production-audit']],
    ['prod @shop', ['shop-production']],
    ['@shop #2222 /team', ['shop-production']],
    ['prod /operator', ['shop-production']],
    ['@nowhere', []],
    ['@operator', []],
  ])('%s finds %j', (query, names) => {
    expect(found(query)).toEqual(names)
  })

  it.each(['@', '#', '/', '>', '> @'])('%s alone isn’t finished and keeps all roles', query => {
    expect(found(query)).toHaveLength(3)
  })

  it('keeps the list’s order if it only filters', () => {
    expect(found('/o')).toEqual(['shop-production', 'shop-staging', 'production-audit'])
  })

  it.each([
    ['>eu-west-1', 'eu-west-1'],
    ['shop >EU', 'eu'],
    ['shop > eu', undefined],
    ['a>b', undefined],
  ])('%s asks for the region %s', (query, region) => {
    expect(readQuery(query).region).toBe(region)
  })

  it('finds the same with a region after it', () => {
    expect(found('staging >eu-west-1')).toEqual(['shop-staging'])
  })
})
