import { expect, test } from '../../testing/browser-test'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

const role = 'role_arn = arn:aws:iam::444455556666:role/Operator'
const text = `
[prod-us]
${role}
region = us-east-1

[prod-eu]
${role}
region = eu-west-1
`

test.beforeEach(async ({ driver }) => {
  await storeList(driver, text)
})

/** Opens the menu and chooses a role that is already open. */
async function choose(driver: Parameters<typeof openMenu>[0], profile: string): Promise<void> {
  const menu = await openMenu(driver)
  await menu.type(profile)
  await menu.press('Enter')
  await expect(menu).toBeClosed()
}

test('the second profile of an open role leads to its session and to its own region', async ({
  driver,
  demo,
}) => {
  const base = await signIn(driver, demo, { mode: 'multi-session' })
  await switchTo(driver, 'prod-us')
  const { session, region } = await waitForRole(driver)
  expect(region).toBe('us-east-1')

  await base.activate()
  await choose(driver, 'prod-eu')
  await expect(driver).toShowConsole({ session, region: 'eu-west-1' })
  expect(demo.switches).toHaveLength(1)

  // Choosing it again doesn't need a third tab.
  const tabs = (await driver.tabs()).length
  await base.activate()
  await choose(driver, 'prod-eu')
  await expect(driver).toShowConsole({ session })
  expect(await driver.tabs()).toHaveLength(tabs)
  expect(demo.switches).toHaveLength(1)
})

test('in the role’s own tab, the other profile takes the tab to its region', async ({ driver, demo }) => {
  await signIn(driver, demo, { mode: 'multi-session' })
  await switchTo(driver, 'prod-us')
  const { session } = await waitForRole(driver)
  const tabs = (await driver.tabs()).length
  await choose(driver, 'prod-eu')
  await expect(driver).toShowConsole({ session, region: 'eu-west-1' })
  expect(await driver.tabs()).toHaveLength(tabs)
  expect(demo.switches).toHaveLength(1)
})

test('in classic mode the profile that was chosen is the current one', async ({ driver, demo }) => {
  await signIn(driver, demo)
  for (const [profile, region] of [
    ['prod-us', 'us-east-1'],
    ['prod-eu', 'eu-west-1'],
  ] as const) {
    await switchTo(driver, profile)
    await expect(driver).toShowConsole({ 'display-name': profile, region })
    const menu = await openMenu(driver)
    const current = (await menu.rowNames()).filter(name => / current /.test(name))
    expect(current).toEqual([expect.stringMatching(new RegExp(`^${profile} `))])
    await menu.close()
  }
})
