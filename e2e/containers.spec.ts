import { configure, openOptions } from './steps/configure'
import { activeTab, waitForRole, who } from './steps/console'
import { eventually } from './steps/eventually'
import { openMenu } from './steps/menu'
import { signIn } from './steps/sign-in'
import { expect, test } from './test'

const text = `
[reader]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 222233334444
sso_role_name = Reader
color = 1d8102
container = true

[payments]
aws_account_id = 444455556666
role_name = Operator
color = d13212
container = true
`

const setting = { role: 'checkbox', name: 'Open roles with container = true in Firefox containers' } as const

test('Chromium has no containers, and no setting for them', async ({ driver, demo, driverName }) => {
  test.skip(driverName === 'firefox', 'Firefox has containers.')
  const options = await configure(driver, text)
  expect(await options.all(setting)).toEqual([])
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
})

test('a role opens in a container of its own, where the user wants that', async ({
  launchDriver,
  demo,
  driverName,
}) => {
  test.skip(driverName === 'chromium', 'Chromium has no containers.')
  const driver = await launchDriver({ otherExtension: 'e2e/container-extension' })
  await configure(driver, text)
  const console = await signIn(driver, demo)

  // Without the setting it is as elsewhere.
  let menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })

  const options = await openOptions(driver)
  await options.click(setting)
  await eventually(async () => expect((await options.all(setting))[0]?.checked).toBe(true))
  await console.activate()
  menu = await openMenu(driver)
  await menu.type('reader')
  await menu.press('Enter')
  await eventually(async () =>
    expect(await who(await activeTab(driver))).toMatchObject({ account: '222233334444' }),
  )
  const inContainer = (await driver.tabs()).find(({ active }) => active)
  expect(inContainer?.container).toBeGreaterThan(0)
  // The session of the other tabs is as it was.
  await console.reload()
  expect(await who(console)).toMatchObject({ 'display-name': 'payments' })

  // A role that is switched to comes to AWS's own form, and Shift goes without a container.
  await console.activate()
  menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Enter')
  await eventually(async () =>
    expect(await (await activeTab(driver)).url()).toBe(
      'https://signin.aws.amazon.com/switchrole?account=444455556666&roleName=Operator&displayName=payments&color=d13212',
    ),
  )
  const containers = (await driver.tabs()).map(({ container }) => container)
  expect(new Set(containers.filter(Boolean)).size).toBe(2)
  await console.activate()
  const before = demo.switches.length
  menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Shift+Enter')
  await eventually(async () => expect(demo.switches).toHaveLength(before + 1))
})
