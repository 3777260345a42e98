import { expect, test } from '../../testing/browser-test'
import { configure, openOptions } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { engineer, signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { waitUntilSynced } from '../../testing/steps/sync'

const text = `[shop]
aws_account_id = 333344445555
role_name = Operator
`

test('in a private window the menu works from the stored configuration', async ({ launchDriver, demo }) => {
  const driver = await launchDriver()
  test.skip(driver.cannot.openPrivateWindow !== undefined, driver.cannot.openPrivateWindow)
  await storeList(driver, text)
  const inPrivate = await driver.openPrivateWindow()

  await signIn(inPrivate, demo, { mode: 'multi-session' })
  const popup = await openMenu(inPrivate)
  await expect.poll(popup.roles).toEqual(['shop'])
  await popup.press('Enter')

  expect(await waitForRole(inPrivate)).toMatchObject({ 'role-name': 'Operator' })
  await driver.close()
})

test('what is saved in a private window is in sync and in force everywhere', async ({ launchDriver }) => {
  const driver = await launchDriver()
  test.skip(driver.cannot.openPrivateWindow !== undefined, driver.cannot.openPrivateWindow)
  const outside = await openOptions(driver)
  const inPrivate = await configure(await driver.openPrivateWindow(), text)
  await waitUntilSynced(inPrivate)
  await expect(outside).toHaveInForce(text)
  await driver.close()
})

test('the switch opens in the same container as the tab', async ({ driver, demo }) => {
  test.skip(driver.cannot.openInContainer !== undefined, driver.cannot.openInContainer)
  await storeList(driver, text)
  await driver.openInContainer(demo.signInUrl({ ...engineer, mode: 'multi-session' }), 2)
  const popup = await openMenu(driver)
  await popup.press('Enter')

  expect(await waitForRole(driver)).toMatchObject({ 'role-name': 'Operator' })
  const containers = (await driver.tabs()).map(({ container }) => container)
  expect(containers.slice(-2)).toEqual([2, 2])
  expect(await who(await activeTab(driver))).toMatchObject({ account: engineer.account })
})
