import { expect, it } from 'vitest'
import type { Role } from '../../src/config/resolve/role'
import type { FoundPortal } from '../../src/portal/found'
import { countFound } from './count-found'

const url = 'https://example.awsapps.com/start'
const role = (account: string, roleName: string, change: Partial<Role> = {}): Role => ({
  name: `${account} ${roleName}`,
  account,
  roleName,
  portal: url,
  ...change,
})
const found: FoundPortal = {
  url,
  accounts: [
    { id: '111122223333', name: 'Shop', roles: ['Reader', 'Operator'] },
    { id: '222233334444', name: 'Payments', roles: [] },
  ],
  applications: 0,
  foundAt: 0,
  isComplete: true,
}

it('counts what is new and what is gone', () => {
  const listed = [
    role('111122223333', 'Reader'),
    role('111122223333', 'Old'),
    // Of another portal, and a target role.
    role('111122223333', 'Operator', { portal: 'https://other.awsapps.com/start' }),
    { name: 'target', account: '111122223333', roleName: 'Operator' },
  ]
  expect(countFound(found, listed)).toEqual({ accounts: 2, roles: 2, added: 1, gone: 1 })
})

it('calls nothing gone before everything was found', () => {
  const listed = [role('111122223333', 'Old')]
  expect(countFound({ ...found, isComplete: false }, listed).gone).toBe(0)
})

it('takes the portals of an instance for one', () => {
  const other = 'https://ssoins-1234567890abcdef.portal.us-east-1.app.aws'
  const listed = [role('111122223333', 'Reader', { portal: other, otherPortals: [url] })]
  expect(countFound(found, listed)).toMatchObject({ added: 1, gone: 0 })
})

it('knows the portals of an instance by its name, in whatever region', () => {
  const urlIn = (region: string) => `https://ssoins-1234567890abcdef.portal.${region}.app.aws`
  const listed = [role('111122223333', 'Reader', { portal: urlIn('us-east-1') })]
  expect(countFound({ ...found, url: urlIn('eu-west-1') }, listed)).toMatchObject({ added: 1, gone: 0 })
})
