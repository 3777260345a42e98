import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseTogether } from '../../src/config/resolve/parse-together'
import type { Role } from '../../src/config/resolve/role'
import { targetRoles } from '../../src/config/resolve/target-roles'
import type { FoundPortal } from '../../src/portal/found'
import { reviewFound } from '../../src/portal/plan/review-found'
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
    // A target role.
    { name: 'target', account: '111122223333', roleName: 'Operator' },
  ]
  expect(countFound(found, listed)).toEqual({ accounts: 2, roles: 2, added: 1, gone: 1 })
})

it('knows a role at another address, and never calls it gone', () => {
  const portal = 'https://other.awsapps.com/start'
  const listed = [role('111122223333', 'Operator', { portal }), role('111122223333', 'Old', { portal })]
  expect(countFound(found, listed)).toMatchObject({ added: 1, gone: 0 })
})

it('counts what the review in the settings counts', () => {
  const roleIn = (start: string, account: string, roleName: string) =>
    fc.constant({ start, account, roleName })
  const one = fc.oneof(
    ...[url, 'https://other.awsapps.com/start'].flatMap(start =>
      ['111122223333', '444455556666'].flatMap(account =>
        ['Reader', 'Operator', 'Old'].map(roleName => roleIn(start, account, roleName)),
      ),
    ),
  )
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), fc.boolean(), (roles, isComplete) => {
      const text = roles
        .map(
          ({ start, account, roleName }, index) =>
            `[profile role-${index}]\nsso_start_url = ${start}\nsso_region = eu-west-1\nsso_account_id = ${account}\nsso_role_name = ${roleName}\n`,
        )
        .join('\n')
      const { profiles } = parseTogether(text, [])
      const counted = countFound({ ...found, isComplete }, targetRoles(profiles).roles)
      const { fresh, gone } = reviewFound({ ...found, isComplete }, text, []).own
      expect(counted).toMatchObject({ added: fresh.length, gone: gone.length })
    }),
  )
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
