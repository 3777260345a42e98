import { expect, test } from '../../testing/browser-test'
import { configure, openOptions, save } from '../../testing/steps/configure'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { waitForPreview } from '../../testing/steps/preview'
import { signIn } from '../../testing/steps/sign-in'

test('a newcomer loads the example, saves it and switches', async ({ driver, demo }) => {
  const options = await openOptions(driver)
  expect(await options.all({ label: 'Choose a file' })).toHaveLength(1)
  await options.click({ role: 'button', name: 'Load an example' })
  await expect.poll(options.welcomes).toBe(false)
  await save(options)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('shop prod')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-production' })
})

test('there is no first run where there is a text', async ({ driver }) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await expect.poll(options.welcomes).toBe(false)
})

test('saving at once, before the text is checked, brings no first run back', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.write('[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await expect.poll(options.welcomes).toBe(false)
  const welcomedAgain = await options.watchForWelcome()
  await options.press('Control+s')
  await waitForPreview(options, 1)
  expect(await welcomedAgain()).toBe(false)
})
