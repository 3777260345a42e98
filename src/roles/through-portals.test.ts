import { expect, it } from 'vitest'
import type { Session } from '../aws/session'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { switchable } from './switchable'
import { type ReachOptions, throughPortals } from './through-portals'

const text = `
[reader]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 222233334444
sso_role_name = Reader

[shop]
source_profile = reader
role_arn = arn:aws:iam::444455556666:role/Operator

[archive]
source_profile = shop
role_arn = arn:aws:iam::555566667777:role/Archivist

[vault]
source_profile = archive
role_arn = arn:aws:iam::666677778888:role/Keeper

[china]
source_profile = reader
role_arn = arn:aws-cn:iam::777788889999:role/Operator

[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 888899990000
role_name = Operator
`

const session: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: '111122223333' },
}

function offered(text: string, session: Session | undefined, options: Partial<ReachOptions> = {}) {
  const targets = targetRoles(parseConfig(text).profiles)
  const chosen = { onlyMatchingRoles: false, ...options }
  const { roles, hidden, steps } = throughPortals(targets, switchable(targets, session, chosen), chosen)
  return {
    roles: roles.map(({ name }) => name),
    steps: Object.fromEntries([...steps].map(([name, way]) => [name, way.map(({ name }) => name)])),
    hidden: Object.fromEntries(hidden.map(({ name, reason }) => [name, reason])),
  }
}

it('offers the roles of a base account that is a portal role, without a session and in any other, in file order', () => {
  const steps = { shop: ['reader'], archive: ['reader', 'shop'] }
  expect(offered(text, undefined)).toMatchObject({ roles: ['reader', 'shop', 'archive'], steps })
  expect(offered(text, session)).toMatchObject({ roles: ['reader', 'shop', 'archive', 'payments'], steps })
})

it('leads through no portal to a role that is available anyway', () => {
  const here = { ...session, base: { id: '222233334444' }, signedInRole: 'Reader' }
  expect(offered(text, here)).toMatchObject({
    roles: ['reader', 'shop', 'archive'],
    steps: { archive: ['reader', 'shop'] },
  })
})

it('leads to all of them through the portal if nobody is signed in on the page', () => {
  const targets = targetRoles(parseConfig(text).profiles)
  const near = { roles: targets.roles, hidden: [] }
  const { steps } = throughPortals(targets, near, { onlyMatchingRoles: false, isLost: true })
  expect([...steps.keys()]).toEqual(['shop', 'archive'])
})

it('says that a role is too many switches away, and keeps other reasons', () => {
  expect(offered(text, session).hidden).toEqual({
    vault: { kind: 'too-many-switches', portal: 'reader', base: 'archive' },
    china: { kind: 'other-partition', partition: 'aws-cn' },
  })
})

it('leaves out a base account that the portal doesn’t sign in to as its roles require', () => {
  const account = text.replace('[reader]', '[reader]\naws_account_id = 999900001111')
  expect(offered(account, undefined).steps).toEqual({})
  const role = text.replace('[reader]', '[reader]\naws_account_id = 222233334444\nrole_name = Admin')
  expect(offered(role, undefined).steps).toEqual({})
})

it('offers only roles of the portal role’s name if the user wants that', () => {
  expect(offered(text, session, { onlyMatchingRoles: true }).steps).toEqual({})
  const same = text.replace('444455556666:role/Operator', '444455556666:role/Reader')
  expect(offered(same, session, { onlyMatchingRoles: true }).steps).toEqual({ shop: ['reader'] })
})

it('copes with profiles that are each other’s source, and with thousands in a row', () => {
  const circle = `
[one]
source_profile = two
role_arn = arn:aws:iam::444455556666:role/One

[two]
source_profile = one
role_arn = arn:aws:iam::555566667777:role/Two
`
  expect(offered(circle, undefined)).toMatchObject({ roles: [], steps: {} })
  const chain = Array.from(
    { length: 5_000 },
    (_, index) =>
      `[role-${index}]\nsource_profile = ${index === 0 ? 'reader' : `role-${index - 1}`}\nrole_arn = arn:aws:iam::444455556666:role/R\n`,
  )
  const { steps, hidden } = offered([text, ...chain.reverse()].join('\n'), undefined)
  expect(Object.keys(steps)).toEqual(['shop', 'archive', 'role-1', 'role-0'])
  expect(hidden['role-4999']).toMatchObject({ kind: 'too-many-switches', base: 'role-4998' })
})
