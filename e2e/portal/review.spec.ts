import type { FoundPortal } from '../../src/portal/found'
import { expect, test } from '../../testing/browser-test'
import { expectAccessible } from '../../testing/steps/axe'
import { configure, openOptions } from '../../testing/steps/configure'
import { storeFound } from '../../testing/steps/found'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { pressRefresh } from '../../testing/steps/team'
import { test as teamTest, teamText } from '../../testing/team-test'

const url = 'https://example.awsapps.com/start'
const shop = { id: '222233334444', name: 'Shop production', roles: ['Operator', 'Reader'] }
const sandbox = { id: '333344445555', name: 'Sandbox', roles: ['AdministratorAccess'] }
const found: FoundPortal = {
  url,
  region: 'eu-west-1',
  accounts: [shop, sandbox],
  applications: 2,
  foundAt: 1_764_000_000_000,
  isComplete: true,
}

const session = `[sso-session work]
sso_start_url = ${url}
sso_region = eu-west-1
`
/** What a user with a style of their own has: an alias for one role, and one that is gone. */
const list = `${session}
# The till
[profile till]
sso_session=work
sso_account_id=222233334444
sso_role_name=Operator
region=eu-west-3
color=#00748f

# Closed in spring
[profile archive]
sso_session=work
sso_account_id=999900001111
sso_role_name=Reader
region=eu-west-3
`
const archive = list.indexOf('[profile archive]')
const sandboxRole = `
[profile sandbox-administratoraccess]
sso_session=work
sso_account_id=333344445555
sso_role_name=AdministratorAccess
region=eu-west-3
color=#1d8102
`

test('a newcomer fills the list from the portal and finds its roles, and then nothing is new', async ({
  driver,
  demo,
}) => {
  const options = await openOptions(driver)
  await options.portal.openFromWelcome()
  await expect(options).toShow({ label: 'Access portal' })
  await expectAccessible(options, 'the question for a portal')
  await options.fill({ label: 'Access portal' }, 'https://docs.aws.amazon.com')
  await options.click({ role: 'button', name: 'Open the portal' })
  await expect(options).toSay('This isn’t an access portal’s URL')

  await storeFound(options, found)
  await expect.poll(options.portal.counts).toEqual(['2 accounts', '3 roles', '3 new'])
  await expect
    .poll(options.portal.notes)
    .toEqual(['Rolecall ignores 2 entries of the portal, which aren’t AWS accounts.'])
  await expect.poll(options.portal.rows).toEqual([
    { text: 'Shop production 222233334444', ticked: 'true' },
    { text: 'shop-production-operator Operator', ticked: 'true' },
    { text: 'shop-production-reader Reader', ticked: 'true' },
    { text: 'Sandbox 333344445555', ticked: 'true' },
    { text: 'sandbox-administratoraccess AdministratorAccess', ticked: 'true' },
  ])
  await expectAccessible(options, 'the review')

  await options.portal.press('shop-production-reader')
  await expect
    .poll(async () => (await options.portal.rows()).map(({ ticked }) => ticked))
    .toEqual(['mixed', 'true', 'false', 'true', 'true'])
  await expect.poll(options.portal.button).toBe('Import 2 roles')
  await options.portal.import()
  await expect.poll(options.undoable).toBe('Imported 2 roles.')
  await expect(options).toHaveInForce(`[sso-session example]
sso_start_url = ${url}
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile shop-production-operator]
sso_session = example
sso_account_id = 222233334444
sso_role_name = Operator
region = eu-west-1
color = #d13212

[profile sandbox-administratoraccess]
sso_session = example
sso_account_id = 333344445555
sso_role_name = AdministratorAccess
region = eu-west-1
color = #1d8102
`)

  await options.portal.open()
  await expect.poll(options.portal.counts).toEqual(['2 accounts', '3 roles', '1 new', '2 in your list'])
  await options.click({ role: 'checkbox', name: '0 of 1 roles chosen' })
  await expect.poll(options.portal.button).toBe('Import 1 role')
  await options.portal.import()
  await expect.poll(options.undoable).toBe('Imported 1 role.')
  await options.portal.open()
  await expect.poll(options.portal.summary).toContain('Nothing is new')
  await expect.poll(options.portal.button).toBe('')

  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await menu.type('shop prod read')
  await expect(menu).toShowRoles('shop-production-reader')
  await menu.press('Enter')
  await expect(driver).toShowConsole({ account: '222233334444' })
})

test('names, groups and what is searched can be chosen', async ({ driver }) => {
  const options = await configure(driver, session)
  await options.portal.open()
  await expect(options).toShow({ label: 'Access portal' })
  await expect.poll(async () => (await options.all({ label: 'Access portal' }))[0]?.value).toBe(url)
  await storeFound(options, { ...found, accounts: [shop, { ...sandbox, name: shop.name }] })
  await expect
    .poll(options.portal.examples)
    .toEqual(['shop-production-222233334444-operator', 'shop-production-222233334444/operator'])
  await options.click({ role: 'radio', name: 'Your own' })
  await options.fill(options.portal.ownTemplate, '{role} in {id}')
  await options.click({ role: 'checkbox', name: 'In lower case' })
  await options.portal.groups.choose('first-word')
  await options.fill({ role: 'searchbox', name: 'Search accounts and roles' }, 'admin')
  await expect.poll(options.portal.rows).toEqual([
    { text: 'Shop production 333344445555', ticked: 'true' },
    { text: 'AdministratorAccess-in-333344445555 Shop · AdministratorAccess', ticked: 'true' },
  ])
  // Only what is shown.
  await options.click({ role: 'checkbox', name: '3 of 3 roles chosen' })
  await expect.poll(options.portal.button).toBe('Import 2 roles')
  await options.fill({ role: 'searchbox', name: 'Search accounts and roles' }, '')
  await options.click(options.portal.picker)
  await options.press('End')
  await options.press(' ')
  await options.press('ArrowUp')
  await options.press('ArrowUp')
  await options.press(' ')
  await expectAccessible(options, 'the choices')
  await options.portal.import()
  await expect.poll(options.undoable).toMatch(/^Imported/)
  await expect(options).toHaveInForce(expect.stringContaining('group = Shop'))
})

test('what is gone is kept, commented out or removed, in the list’s own style, and undone', async ({
  driver,
}) => {
  const options = await configure(driver, list)
  await storeFound(options, found)
  await options.portal.open()
  await expect
    .poll(options.portal.counts)
    .toEqual(['2 accounts', '3 roles', '2 new', '1 in your list', '1 no longer yours'])
  await expect.poll(options.portal.gone).toEqual(['archive Reader'])
  await expectAccessible(options, 'the drift')
  await options.portal.press('shop-production-reader')
  await options.portal.import()
  await expect(options).toHaveInForce(list + sandboxRole)
  await options.undo()
  await expect(options).toHaveInForce(list)

  await options.portal.open()
  await options.click({ role: 'radio', name: 'Remove' })
  await expect.poll(options.portal.button).toBe('1 role that is gone will be removed. Import 1 role')
  await options.portal.import()
  await expect(options).toHaveInForce(
    `${list.slice(0, list.indexOf('# Closed in spring')).trimEnd()}\n${sandboxRole}`,
  )
  await options.undo()
  await expect(options).toHaveInForce(list)

  await storeFound(options, { ...found, accounts: [{ ...shop, roles: ['Operator'] }] })
  await options.portal.open()
  await options.click({ role: 'radio', name: 'Comment out' })
  await expect.poll(options.portal.button).toBe('Comment out 1 role')
  await options.portal.import()
  await expect.poll(options.undoable).toBe('Commented out 1 role.')
  await expect(options).toHaveInForce(list.slice(0, archive) + list.slice(archive).replace(/^(?=.)/gm, '# '))
})

test('accounts with new names are recognized, and another address says that it isn’t compared', async ({
  driver,
}) => {
  const alias = 'https://d-0123456789.awsapps.com/start'
  const role = (name: string, account: string, roleName: string) =>
    `\n[profile ${name}]\nsso_session = alias\nsso_account_id = ${account}\nsso_role_name = ${roleName}\n`
  const roles = [
    role('till-operator', '222233334444', 'Operator'),
    role('sandbox-administratoraccess', '333344445555', 'AdministratorAccess'),
    role('archive-reader', '999900001111', 'Reader'),
  ]
  const options = await configure(driver, `[sso-session alias]\nsso_start_url = ${alias}\n${roles.join('')}`)
  const reserved = 'AWSReservedSSO_Reader_0123456789abcdef'
  await storeFound(options, {
    ...found,
    applications: 0,
    accounts: [{ ...shop, roles: ['Operator', reserved] }, sandbox],
  })
  await options.portal.open()
  await expect
    .poll(options.portal.notes)
    .toEqual([
      'Some accounts have new names in the portal: till → Shop production. The names in your list stay.',
      '1 role of your list wasn’t found, but it leads to another address with the same accounts. It stays as it is.',
      `Rolecall ignores these permission sets, because a list can’t contain their names: ${reserved}.`,
    ])
  await expect.poll(options.portal.summary).toContain('Nothing is new')
  await expect.poll(options.portal.button).toBe('')
})

test('while the portal is only partly found, nothing counts as gone', async ({ driver }) => {
  const options = await configure(driver, list)
  await storeFound(options, { ...found, accounts: [], isComplete: false })
  await options.portal.open()
  await expect.poll(options.portal.summary).toContain('This isn’t everything yet')
  await expect.poll(options.portal.counts).toEqual(['0 accounts', '0 roles'])
  // The rest appears by itself.
  await storeFound(options, found)
  await expect.poll(options.portal.gone).toEqual(['archive Reader'])
})

teamTest('the team’s drift is shown, and its roles aren’t offered again', async ({ team }) => {
  const { options, server } = team
  const ofTeam = `${session}
[profile team-operator]
sso_session = work
sso_account_id = 222233334444
sso_role_name = Operator

[profile team-closed]
sso_session = work
sso_account_id = 999900001111
sso_role_name = Reader
`
  server.answer('/roles.ini', { kind: 'text', text: teamText + ofTeam })
  await pressRefresh(options, server)
  await storeFound(options, found)
  await options.open('roles')
  await options.portal.open()
  await expect
    .poll(options.portal.notes)
    .toEqual([
      'Rolecall ignores 2 entries of the portal, which aren’t AWS accounts.',
      'The team’s list names 1 role that you don’t have.',
      'You have 2 roles that the team’s list doesn’t name.',
    ])
  await expect.poll(options.portal.counts).toEqual(['2 accounts', '3 roles', '2 new'])
})
