import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { configure, openOptions } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { engineer, signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'
import { tabGroups } from '../../testing/steps/tab-groups'

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

[plain]
aws_account_id = 555566667777
role_name = Operator
color = 808080
container = true
`

const setting = { role: 'checkbox', name: 'Open roles in containers' } as const

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
  const driver = await launchDriver({ otherExtension: 'testing/extensions/container-extension' })
  await storeList(driver, text)
  const console = await signIn(driver, demo)

  // Without the setting, it works as elsewhere.
  let menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })

  const options = await openOptions(driver)
  await options.settings.turn(setting, true)
  await console.activate()
  menu = await openMenu(driver)
  await menu.type('reader')
  await menu.press('Enter')
  await expect(driver).toShowConsole({ account: '222233334444' })
  const inContainer = (await driver.tabs()).find(({ active }) => active)
  expect(inContainer?.container).toBeGreaterThan(0)
  // The session of the other tabs is unchanged.
  await console.reload()
  expect(await who(console)).toMatchObject({ 'display-name': 'payments' })

  // A role to switch to opens AWS's own form, and Shift works without a container.
  await console.activate()
  menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Enter')
  await expect(driver).toBeAt(
    'https://signin.aws.amazon.com/switchrole?account=444455556666&roleName=Operator&displayName=payments&color=d13212',
  )
  const containers = (await driver.tabs()).map(({ container }) => container)
  expect(new Set(containers.filter(Boolean)).size).toBe(2)

  // A gray isn't one of the container's colors.
  await console.activate()
  menu = await openMenu(driver)
  await menu.type('plain')
  await menu.press('Enter')
  await expect.poll(async () => (await activeTab(driver)).url()).toContain('displayName=plain')
  await console.activate()
  const before = demo.switches.length
  menu = await openMenu(driver)
  await menu.type('payments')
  await menu.press('Shift+Enter')
  await expect.poll(() => demo.switches).toHaveLength(before + 1)
})

const several = `
[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
`
const groups = { role: 'checkbox', name: 'Group each open role’s tabs' } as const
const signsOut = { role: 'checkbox', name: 'Sign out when the group is closed' } as const

/** Returns all tabs of all windows, as any extension sees them without a permission. */
function seenTabs(driver: Driver) {
  return driver.evaluateInBackground(async () => {
    const { browser } = globalThis as unknown as {
      browser: {
        tabs: {
          query(
            query: object,
          ): Promise<readonly { readonly windowId: number; readonly cookieStoreId: string }[]>
        }
      }
    }
    return (await browser.tabs.query({})).map(({ windowId, cookieStoreId }) => ({ windowId, cookieStoreId }))
  })
}

test('each container has sessions of its own, and what is opened from it stays in it', async ({
  launchDriver,
  demo,
  driverName,
}) => {
  test.skip(driverName === 'chromium', 'Chromium has no containers.')
  test.slow()
  const driver = await launchDriver({ grants: consolePatterns })
  const options = await configure(driver, several)
  const signInUrl = demo.signInUrl({ ...engineer, mode: 'multi-session' })
  const contained = await driver.openInContainer(signInUrl, 2)
  await switchTo(driver, 'payments')
  const inContainer = await waitForRole(driver)

  // Outside the container the role isn't open, so choosing it switches to it.
  await driver.open(signInUrl)
  let menu = await openMenu(driver)
  await expect.poll(menu.rowNames).toEqual([expect.not.stringMatching(/^payments open /)])
  await menu.press('Enter')
  await expect.poll(() => demo.switches).toHaveLength(2)
  const outside = await waitForRole(driver)
  expect(outside.session).not.toBe(inContainer.session)

  // In the container it's open, so choosing it goes to its tab.
  await contained.activate()
  menu = await openMenu(driver)
  await expect.poll(menu.rowNames).toEqual([expect.stringMatching(/^payments open /)])
  await menu.click({ role: 'button', name: '2 open sessions' })
  await expect.poll(menu.sessions).toHaveLength(2)
  await menu.press('Escape')
  await menu.press('Enter')
  await expect.poll(() => waitForRole(driver)).toMatchObject({ session: inContainer.session })
  expect(demo.switches).toHaveLength(2)

  // A new window also stays in the container.
  await contained.activate()
  const before = await seenTabs(driver)
  menu = await openMenu(driver)
  await menu.press('Control+Shift+Enter')
  await expect(async () => {
    const after = await seenTabs(driver)
    const windows = new Set(before.map(({ windowId }) => windowId))
    expect(after.filter(({ windowId }) => !windows.has(windowId))).toEqual([
      expect.objectContaining({ cookieStoreId: 'firefox-container-2' }),
    ])
  }).toPass()
  await options.close()
})

test('a closed group signs out the session of its container', async ({ launchDriver, demo, driverName }) => {
  test.skip(driverName === 'chromium', 'Chromium has no containers.')
  test.slow()
  const driver = await launchDriver({ grants: [...consolePatterns, 'tabGroups'] })
  const options = await configure(driver, several)
  for (const box of [groups, signsOut]) {
    await options.settings.turn(box, true)
  }
  await driver.openInContainer(demo.signInUrl({ ...engineer, mode: 'multi-session' }), 2)
  const role = await switchTo(driver, 'payments')
  const address = await role.url()
  await expect.poll(async () => (await tabGroups(driver)).map(({ title }) => title)).toEqual(['payments'])
  await options.activate()
  await role.close()
  await expect(async () => {
    const page = await driver.openInContainer(address, 2)
    const said = await who(page)
    await page.close()
    expect(said).toBeUndefined()
  }).toPass()
})
