import { configure, openOptions, save } from './steps/configure'
import { waitForRole } from './steps/console'
import { eventually } from './steps/eventually'
import { openMenu } from './steps/menu'
import { signIn } from './steps/sign-in'
import { expect, test } from './test'

test('a newcomer loads the example, saves it and switches', async ({ driver, demo }) => {
  const options = await openOptions(driver)
  expect(await options.all({ label: 'Choose a file' })).toHaveLength(1)
  await options.click({ role: 'button', name: 'Load an example' })
  await eventually(async () => expect(await options.all({ css: '.welcome' })).toEqual([]))
  await save(options)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('shop prod')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-production' })
})

test('there is no first run where there is a text', async ({ driver }) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await eventually(async () => expect(await options.all({ css: '.welcome' })).toEqual([]))
})
