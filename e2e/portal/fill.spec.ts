import { expect, test } from '../../testing/browser-test'
import { expectAccessible } from '../../testing/steps/axe'
import { openedOptions, openOptions } from '../../testing/steps/configure'
import { openMenu, openPopup } from '../../testing/steps/menu'
import {
  countsOf,
  expectAllowedRequests,
  manyAccounts,
  openPortal,
  searchPortal,
  waitForSearch,
} from '../../testing/steps/portal'
import { signIn } from '../../testing/steps/sign-in'

test('from an empty list: portal, press, review, import, search, Enter, and nothing changes the second time', async ({
  driver,
  demo,
}) => {
  const url = 'https://filled.awsapps.com/start'
  const found = await searchPortal(driver, url)
  await expect.poll(found.portalTitle).toBe('3 accounts and 6 roles in this portal')
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
  await expect.poll(again.portal).toContain('Your list has all of them.')
  expectAllowedRequests(demo)
})

test('the settings show how far a search is, stop it and let it go on', async ({ driver, demo }) => {
  const accounts = manyAccounts(16)
  demo.behave({ portal: { accounts } })
  demo.answerPortals(5)
  await openPortal(driver, 'https://followed.awsapps.com/start')
  const menu = await openPopup(driver)
  await expect.poll(menu.portalTitle).toMatch(/so far$/)
  await menu.press('Escape')
  const options = await openOptions(driver)
  await options.portal.open()
  await expect(options).toShow({ role: 'heading', name: /^16 accounts and \d+ roles? so far$/ })
  await expectAccessible(options, 'the progress of a search')
  await options.click({ role: 'button', name: 'Stop' })
  await expect(options).toShow({ role: 'button', name: 'Continue' })
  demo.answerPortals(Number.POSITIVE_INFINITY)
  await options.click({ role: 'button', name: 'Continue' })
  const [count] = /\d+ roles/.exec(countsOf(accounts)) ?? []
  await expect.poll(options.portal.counts, { timeout: 30_000 }).toContain(count)
  await expect(options).not.toShow({ role: 'button', name: 'Stop' })
})
