import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../config/resolve/role'
import { typos } from '../roles/typos'
import { searchedList, textOfRole, typedRoles } from './typed-role'

function role(name: string): Role {
  return { name, account: '444455556666', roleName: 'Operator' }
}

function listOf(...names: readonly string[]) {
  return searchedList(names.map(role), 'file', { recent: [], frequent: [], pinned: [] }, typos)
}

const namesOf = (text: string, ...names: readonly string[]) =>
  typedRoles(text, listOf(...names)).map(({ name }) => name)

describe('a text typed outside of the menu means', () => {
  it('what the menu would find, best first', () => {
    expect(namesOf('pay', 'shop', 'old-pay', 'payments')).toEqual(['payments', 'old-pay'])
  })

  it('first of all the role with exactly this name, whatever else the name looks like', () => {
    expect(namesOf('Shop', 'shop', 'Shop')[0]).toBe('Shop')
    expect(namesOf('@team x', 'x', '@team x')[0]).toBe('@team x')
    expect(namesOf('shop >eu', 'shop-2', 'shop', 'shop >eu')[0]).toBe('shop >eu')
  })

  it('a role in a region', () => {
    expect(namesOf('shop  >eu-west-1', 'shop-2', 'shop')).toEqual(['shop', 'shop-2'])
  })

  it('the roles of the account that an id, an ARN or a link names', () => {
    for (const text of ['4444-5555-6666', 'arn:aws:sqs:eu-west-1:444455556666:orders'])
      expect(namesOf(text, 'shop', 'pay')).toEqual(['shop', 'pay'])
    expect(namesOf('pay arn:aws:sqs:eu-west-1:444455556666:orders', 'shop', 'pay')).toEqual(['pay'])
    expect(namesOf('999988887777', 'shop')).toEqual([])
  })

  it('nothing if it is empty', () => {
    expect(namesOf(' ', 'shop')).toEqual([])
  })

  it('the same role again if the address bar gives back what it was given', () => {
    const names = fc.uniqueArray(
      fc
        .string({ minLength: 1, maxLength: 12 })
        .map(name => name.trim())
        .filter(Boolean),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(names, fc.nat(), (names, at) => {
        const wanted = role(names[at % names.length] ?? '')
        expect(typedRoles(textOfRole(wanted), listOf(...names))[0]?.name).toBe(wanted.name)
      }),
    )
  })
})
