import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { enterInAddressBar, menuFromAddressBar } from '../../testing/steps/address-bar'
import { activeTab, waitForRole, waitForRoleNamed } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

const text = `
[identity]
aws_account_id = 111122223333

[payments-production]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
group = Payments & <Co>

[payments-staging]
source_profile = identity
aws_account_id = 444455556667
role_name = Developer

[shop]
source_profile = identity
aws_account_id = 444455556668
role_name = Operator
confirm = true

[elsewhere]
source_profile = other
aws_account_id = 444455556669
role_name = Operator

[other]
aws_account_id = 999988887777

[reports]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 222233334444
sso_role_name = Reader
`

const multiSession = { mode: 'multi-session' } as const

/** Chromium’s address bar is emulated, and so doesn’t let the extension into the page. A press on the button did. */
async function allowPage(driver: Driver): Promise<void> {
  if (driver.name === 'chromium') await (await openMenu(driver)).press('Escape')
}

test('the address bar offers what the menu finds, and Enter switches to the best match', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await allowPage(driver)
  await driver.addressBar.type('pay')
  await expect
    .poll(driver.addressBar.rows)
    .toEqual([
      'payments-production · Operator · 4444-5555-6666 · Payments & <Co>',
      'payments-staging · Developer · 4444-5555-6667',
    ])
  await driver.addressBar.press('Enter')
  await waitForRoleNamed(driver, 'payments-production')

  await driver.addressBar.type('#5556667')
  await expect.poll(driver.addressBar.rows).toEqual(['payments-staging · Developer · 4444-5555-6667'])
})

test('a row below the first, a region and a question are as in the menu', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await allowPage(driver)
  await driver.addressBar.type('pay >eu-w')
  await expect
    .poll(driver.addressBar.rows)
    .toContainEqual('payments-staging · Developer · 4444-5555-6667 · eu-west-1')
  await driver.addressBar.press('ArrowDown')
  await driver.addressBar.press('ArrowDown')
  await driver.addressBar.press('Enter')
  await waitForRoleNamed(driver, 'payments-staging')
  expect(await waitForRole(driver)).toMatchObject({ region: 'eu-west-1' })

  await base.activate()
  const menu = await menuFromAddressBar(driver, 'shop')
  await expect.poll(menu.question).toContain('shop')
  await expect.poll(menu.canConfirm).toBe(true)
  expect(demo.switches).toHaveLength(1)
  await menu.press('Enter')
  await waitForRoleNamed(driver, 'shop')
})

test('Enter goes to the tab of an open role, and Alt+Enter opens another', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await switchTo(driver, 'payments-production')
  const role = await activeTab(driver)
  await base.activate()
  await enterInAddressBar(driver, 'payments-prod')
  await expect.poll(() => activeTab(driver)).toBe(role)

  await base.activate()
  const before = (await driver.tabs()).length
  await enterInAddressBar(driver, 'payments-prod', 'Alt+Enter')
  await expect.poll(() => driver.tabs()).toHaveLength(before + 1)
  await waitForRoleNamed(driver, 'payments-production')
  expect(demo.switches).toHaveLength(1)
})

test('a portal role opens from any page', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const options = await driver.openOptions()
  await enterInAddressBar(driver, 'reports')
  await expect(driver).toShowConsole({ account: '222233334444' })
  expect(await options.isOpen()).toBe(true)
})

for (const mode of ['classic', 'multi-session'] as const) {
  test(`from any page, Enter switches in the base account’s tab: ${mode}`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    // A tab whose button was pressed may be looked into.
    await (await openMenu(driver)).press('Escape')
    await driver.openOptions()
    await enterInAddressBar(driver, 'payments-production')
    await waitForRoleNamed(driver, 'payments-production')
    expect(demo.switches).toHaveLength(1)
  })
}

test('a base account’s tab that can’t be looked into comes to the front and asks for a press', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await switchTo(driver, 'payments-staging')
  await base.activate()
  // The access ends with the page’s host.
  const other = (await base.url()).replaceAll('us-east-1', 'eu-west-1')
  await base.evaluate(url => location.assign(url), other)
  await expect.poll(() => base.url()).toBe(other)
  await driver.openOptions()
  await enterInAddressBar(driver, 'payments-production')
  await expect.poll(() => activeTab(driver)).toBe(base)
  await expect(driver).toHaveBadge({ text: '↵', title: 'Press to continue' })
  await openPopup(driver)
  await waitForRoleNamed(driver, 'payments-production')
})

test('a role that isn’t available says why, and a text without a match too', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await allowPage(driver)
  let menu = await menuFromAddressBar(driver, 'elsewhere')
  await expect(menu).toSay('Couldn’t switch to elsewhere')
  await expect(menu).toSay('Sign in to the base account other (9999-8888-7777) to use this role.')
  await menu.press('Escape')
  menu = await menuFromAddressBar(driver, 'zzzz')
  await expect(menu).toSay('No role matches “zzzz”.')
  expect(demo.switches).toHaveLength(0)
})

test('the address bar works although the background script had stopped', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await allowPage(driver)
  await driver.stopBackground()
  await driver.addressBar.type('staging')
  await expect.poll(driver.addressBar.rows).toEqual(['payments-staging · Developer · 4444-5555-6667'])
  await driver.stopBackground()
  await driver.addressBar.press('Enter')
  await waitForRoleNamed(driver, 'payments-staging')
})
