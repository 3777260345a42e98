import { expect, it, vi } from 'vitest'
import type { Role } from '../../src/config/resolve/role'
import type { FoundAccount } from '../../src/portal/found'
import { withFoundRoles } from './found-roles'

vi.mock('../../src/browser/i18n', () => ({ message: (key: string) => key }))

const url = 'https://example.awsapps.com/start'
const roles = (accounts: readonly FoundAccount[], listed: readonly Role[] = []) => {
  const found = { url, accounts, applications: 0, foundAt: 0, isComplete: true }
  const list = { targets: { roles: listed, bases: [] }, profiles: 0, errors: 0 }
  return withFoundRoles(list, { url, tab: 1, listed, found, scan: undefined }).targets.roles
}

it('a role that was found is a portal role named after account and permission set', () => {
  expect(roles([{ id: '111122223333', name: 'Shop', roles: ['Reader'] }])).toEqual([
    { name: 'Shop / Reader', account: '111122223333', roleName: 'Reader', portal: url, partition: 'aws' },
  ])
})

it('accounts without a name, or with the same one, have their id', () => {
  const found = roles([
    { id: '111122223333', name: 'Shop', roles: ['Reader'] },
    { id: '222233334444', name: 'Shop', roles: ['Reader'] },
    { id: '333344445555', name: '', roles: ['Reader'] },
  ])
  expect(found.map(({ name }) => name)).toEqual([
    'Shop (111122223333) / Reader',
    'Shop (222233334444) / Reader',
    '333344445555 / Reader',
  ])
})

it('a role of the list stays as it is, and another role never has its name', () => {
  const shop: Role = { name: 'shop', account: '111122223333', roleName: 'Reader', portal: url }
  const other: Role = { name: 'Shop / Operator', account: '444455556666', roleName: 'X' }
  const found = roles([{ id: '111122223333', name: 'Shop', roles: ['Reader', 'Operator'] }], [shop, other])
  expect(found.slice(0, 2)).toEqual([shop, other])
  expect(found.slice(2)).toMatchObject([
    { name: 'Shop / Operator (111122223333)', description: 'portal_notInList' },
  ])
})
