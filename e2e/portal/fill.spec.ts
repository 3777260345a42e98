import { expect, test } from '../../testing/browser-test'
import { openedOptions } from '../../testing/steps/configure'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { expectAllowedRequests, searchPortal, waitForSearch } from '../../testing/steps/portal'
import { signIn } from '../../testing/steps/sign-in'

test('from an empty list: portal, press, review, import, search, Enter, and nothing changes the second time', async ({
  driver,
  demo,
}) => {
  const url = 'https://filled.awsapps.com/start'
  const found = await searchPortal(driver, url)
  expect(await found.portalTitle()).toBe('3 accounts and 6 roles in this portal')
  await found.click({ role: 'button', name: 'Review' })
  const options = await openedOptions(driver)
  await expect.poll(options.portal.counts).toEqual(['3 accounts', '6 roles', '6 new'])
  await options.portal.import()
  await expect.poll(options.undoable).toBe('Imported 6 roles.')
  await options.portal.open()
  await expect.poll(options.portal.summary).toContain('Nothing is new')
  await expect.poll(options.portal.button).toBe('')
  await options.close()

  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await menu.type('shop prod power')
  await menu.press('Enter')
  await expect(driver).toShowConsole({
    account: '333344445555',
    user: 'AWSReservedSSO_Power_User_0123456789abcdef/engineer@example.com',
  })

  await driver.open(`${url}/#/`)
  const again = await openPopup(driver)
  await again.click({ role: 'button', name: 'Look again' })
  await waitForSearch(again)
  expect(await again.portal()).toContain('Your list has all of them.')
  expectAllowedRequests(demo)
})
