import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { generatedBase, generatedConfiguration } from '../../testing/generators/generated-configuration'
import { expectAccessible } from '../../testing/steps/axe'
import { waitForRoleNamed, who } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const names = ['payments', 'warehouse', 'data', 'audit', 'backup', 'archive'] as const

function listOf(keys: Readonly<Record<string, string>> = {}): string {
  return `
[identity]
aws_account_id = 111122223333

${names
  .map(
    (name, index) => `[${name}]
source_profile = identity
aws_account_id = ${444455556666 + index}
role_name = Operator
color = 2e73b8
${keys[name] ?? ''}
`,
  )
  .join('\n')}`
}

const multiSession = {
  mode: 'multi-session',
  landing: { path: '/ec2/home#Instances:', region: 'eu-west-1' },
} as const

/** Returns the roles and regions of the console tabs, sorted, without those that are in no role. */
async function shownIn(driver: Driver): Promise<readonly string[]> {
  const shown = await Promise.all(
    (await driver.tabs()).map(({ surface }) => who(surface).catch(() => undefined)),
  )
  return shown.flatMap(said => (said?.['role-name'] ? `${said['display-name']} ${said.region}` : [])).sort()
}

test('Space ticks roles, Enter opens the page in each, and one refusal doesn’t stop the others', async ({
  driver,
  demo,
}) => {
  await storeList(driver, listOf())
  await signIn(driver, demo, multiSession)
  const popup = await openMenu(driver)
  await popup.press(' ')
  await expect.poll(popup.ticked).toEqual(['payments'])
  await popup.press('ArrowDown')
  await popup.press('ArrowDown')
  await popup.press(' ')
  await expect.poll(popup.ticked).toEqual(['payments', 'data'])
  await expect(popup).toSay('2 roles are ticked. Enter opens this page in each.')
  await expectAccessible(popup, 'the menu with ticked roles')
  // What is ticked stays so while another is looked for.
  await popup.type('audit')
  await expect(popup).toShowRoles('audit')
  await popup.press('ArrowDown')
  await popup.press(' ')
  await expect(popup).toSay('3 roles are ticked.')
  demo.refuseNext('UNAUTHORIZED')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles. 1 role didn’t open.')
  await expectAccessible(popup, 'the page in several roles')
  const [refused, ...others] = await popup.results()
  expect(refused).toMatch(/payments.*UNAUTHORIZED/s)
  expect(others).toEqual([expect.stringMatching(/data.*Opened/s), expect.stringMatching(/audit.*Opened/s)])
  expect(demo.switches.map(({ fields }) => fields.account)).toEqual([
    '444455556666',
    '444455556668',
    '444455556669',
  ])
  await expect.poll(() => shownIn(driver)).toEqual(['audit eu-west-1', 'data eu-west-1'])

  // What isn't open stays ticked, and a single role opens as if it had been chosen.
  await popup.press('Escape')
  await popup.press('Escape')
  await expect.poll(popup.ticked).toEqual(['payments'])
  await popup.press('Enter')
  const payments = await waitForRoleNamed(driver, 'payments')
  await expect(payments).toBeAt(/\/ec2\/home\?region=eu-west-1#Instances:$/)
  await expect(popup).toBeClosed()
})

test('a blank can still be typed, Ctrl+A ticks all matches, and Esc unticks', async ({ driver, demo }) => {
  await storeList(driver, listOf({ payments: 'group = Shop', warehouse: 'group = Shop' }))
  await signIn(driver, demo, multiSession)
  const popup = await openMenu(driver)
  await popup.type('shop')
  await popup.press(' ')
  await popup.type('pay')
  expect(await popup.query()).toBe('shop pay')
  expect(await popup.ticked()).toEqual([])
  await popup.press('Escape')
  await popup.type('@shop')
  await expect(popup).toShowRoles('payments', 'warehouse')
  await popup.press('Control+a')
  await expect.poll(popup.ticked).toEqual(['payments', 'warehouse'])
  // The same keys untick.
  await popup.press('Control+a')
  await expect.poll(popup.ticked).toEqual([])
  await popup.press('Control+a')
  await popup.press('Escape')
  await expect.poll(popup.ticked).toEqual(['payments', 'warehouse'])
  await popup.press('Escape')
  await expect.poll(popup.ticked).toEqual([])
  expect(await popup.isOpen()).toBe(true)
  expect(demo.switches).toEqual([])
})

test('as many roles are opened as AWS keeps sessions, and then the next', async ({ driver, demo }) => {
  await storeList(driver, listOf())
  const base = await signIn(driver, demo, multiSession)
  let popup = await openMenu(driver)
  await popup.press('Control+a')
  await expect(popup).toSay('6 roles are ticked.')
  await popup.press('Enter')
  await expect.poll(popup.panel).toContain('There is room for 4 roles now')
  await expectAccessible(popup, 'the question before several roles')
  await expect.poll(() => popup.canConfirm('Open')).toBe(true)
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 4 roles. 2 roles are left.')
  expect((await popup.results()).map(text => /Not yet/.test(text))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ])
  await expect.poll(() => shownIn(driver)).toHaveLength(4)

  // The others are offered when the menu is opened again.
  await popup.press('Escape')
  await expect.poll(popup.ticked).toEqual(['backup', 'archive'])
  await popup.press('Escape')
  await expect(popup).toShow({ role: 'button', name: '2 roles left' })
  await popup.press('Escape')
  await expect(popup).toBeClosed()
  await base.activate()
  popup = await openPopup(driver)
  await popup.click({ role: 'button', name: '2 roles left' })
  await expect.poll(popup.panel).toContain('first signs out of payments and warehouse and closes the tabs')
  await expect.poll(() => popup.canConfirm('Open')).toBe(true)
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles.')
  await expect
    .poll(() => shownIn(driver))
    .toEqual(['archive eu-west-1', 'audit eu-west-1', 'backup eu-west-1', 'data eu-west-1'])
  expect(demo.switches.map(({ outcome: { kind } }) => kind)).toEqual(Array(6).fill('switched'))
  await popup.press('Escape')
  await expect(popup).not.toShow({ role: 'button', name: /left/ })
})

test('the next roles are one press away, and one question covers them all', async ({ driver, demo }) => {
  await storeList(driver, listOf({ payments: 'confirm = true', archive: 'confirm = name' }))
  await signIn(driver, demo, multiSession)
  const popup = await openMenu(driver)
  await popup.press('Control+a')
  await popup.press('Enter')
  await expect.poll(popup.panel).toContain('Type “archive” to open them.')
  const question = await popup.panel()
  expect(question).toContain('payments')
  expect(question).toContain('4 other roles open with them.')
  await popup.type('payments')
  await popup.press('Enter')
  expect(demo.switches).toEqual([])
  await popup.fill({ role: 'textbox', name: 'Type “archive” to open them.' }, 'Archive')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 4 roles. 2 roles are left.')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles.')
  expect(demo.switches).toHaveLength(6)
})

test('a role that is open gets the page in its session', async ({ driver, demo }) => {
  await storeList(driver, listOf({ payments: 'confirm = true' }))
  const base = await signIn(driver, demo, multiSession)
  await base.activate()
  let popup = await openMenu(driver)
  await popup.type('warehouse')
  await popup.press('Enter')
  const open = await who(await waitForRoleNamed(driver, 'warehouse'))
  await expect(popup).toBeClosed()
  await base.activate()
  popup = await openMenu(driver)
  await popup.type('ware')
  await popup.press('Control+a')
  await popup.fill({ role: 'combobox', name: 'Search roles' }, 'data')
  await popup.press('Control+a')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles.')
  expect(demo.switches).toHaveLength(2)
  await expect.poll(() => shownIn(driver)).toHaveLength(3)
  const sessions = await Promise.all((await driver.tabs()).map(({ surface }) => who(surface)))
  expect(sessions.filter(said => said?.session === open?.session)).toHaveLength(2)
})

test('in classic mode, the menu says why the page can’t be opened in several roles', async ({
  driver,
  demo,
}) => {
  await storeList(driver, listOf())
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('Control+a')
  await popup.press('Enter')
  await expect(popup).toSay('all tabs share one session')
  await expectAccessible(popup, 'why several roles can’t be opened')
  await popup.press('Escape')
  expect(demo.switches).toEqual([])
  // A single one is opened as if it had been chosen.
  await popup.press('Control+a')
  await popup.press(' ')
  await expect.poll(popup.ticked).toEqual(['payments'])
  await popup.press('Enter')
  await waitForRoleNamed(driver, 'payments')
})

test('the page is shown in all regions of a role, in one session', async ({ driver, demo }) => {
  await storeList(driver, listOf({ payments: 'regions = eu-west-1, us-east-1, ap-northeast-1' }))
  const base = await signIn(driver, demo, multiSession)
  let popup = await openMenu(driver)
  await popup.press('ArrowRight')
  await popup.click({ role: 'button', name: 'Open this page in all of them' })
  await expect.poll(popup.results).toHaveLength(3)
  await expect
    .poll(() => shownIn(driver))
    .toEqual(['payments ap-northeast-1', 'payments eu-west-1', 'payments us-east-1'])
  expect(demo.switches).toHaveLength(1)

  // Ticked roles offer their other regions afterwards.
  await popup.press('Escape')
  await popup.press('Escape')
  await expect(popup).toBeClosed()
  await base.activate()
  popup = await openMenu(driver)
  await popup.type('payments')
  await popup.press('Control+a')
  await popup.search('warehouse')
  await popup.press('Control+a')
  await expect(popup).toSay('2 roles are ticked.')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles.')
  await popup.click({ role: 'button', name: 'Also in the other regions (2 tabs)' })
  await expect.poll(() => shownIn(driver)).toHaveLength(7)
  expect(demo.switches).toHaveLength(2)
  await popup.click({ role: 'button', name: 'Go to tab: warehouse' })
  await waitForRoleNamed(driver, 'warehouse')
  await expect(popup).toBeClosed()
})

test('of 10,000 ticked roles, as many are opened as there is room for', async ({ driver, demo }) => {
  await storeList(driver, generatedConfiguration(10_000))
  await signIn(driver, demo, { ...multiSession, account: generatedBase })
  const popup = await openMenu(driver)
  await popup.press('Control+a')
  await expect(popup).toSay('10,000 roles are ticked.')
  await popup.press('Enter')
  await expect.poll(popup.panel).toContain('There is room for 4 roles now')
  await expect.poll(() => popup.canConfirm('Open')).toBe(true)
  await popup.press('Enter')
  // Four switches, one after another, with a long list.
  await expect(popup).toSay('This page is open in 4 roles. 9,996 roles are left.', { timeout: 60_000 })
  // Fifty are listed, and the rest are counted.
  await expect.poll(popup.results).toHaveLength(51)
  expect((await popup.results()).at(-1)).toBe('9,950 more')
  expect(demo.switches).toHaveLength(4)
  await popup.press('Escape')
  await popup.press('Escape')
  await expect(popup).toShow({ role: 'button', name: '9,996 roles left' })
})

const portalRoles = `
[sso-session work]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1

[profile reader]
sso_session = work
sso_account_id = 222233334444
sso_role_name = Reader

[profile power]
sso_session = work
sso_account_id = 333344445555
sso_role_name = Power_User
`

test('portal roles are opened through their portal, on the same page', async ({ driver, demo }) => {
  demo.behave({ portalMode: 'multi-session' })
  await storeList(driver, portalRoles)
  await signIn(driver, demo, multiSession)
  const popup = await openMenu(driver)
  await popup.press('Control+a')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles.')
  const opened = async () => {
    const shown = await Promise.all(
      (await driver.tabs()).map(({ surface }) => who(surface).catch(() => undefined)),
    )
    return shown.map(said => `${said?.account} ${said?.region}`).sort()
  }
  await expect
    .poll(opened)
    .toEqual(expect.arrayContaining(['222233334444 eu-west-1', '333344445555 eu-west-1']))
})

test('where it isn’t known whether the console keeps several sessions, the menu asks', async ({
  driver,
  demo,
}) => {
  await storeList(driver, portalRoles)
  await driver.open(demo.signInPageUrl)
  const popup = await openMenu(driver)
  await popup.press('Control+a')
  await popup.press('Enter')
  await expect.poll(popup.panel).toContain('can’t tell here whether the console keeps several sessions')
  await popup.press('Escape')
  await expect.poll(popup.ticked).toEqual(['reader', 'power'])
})
