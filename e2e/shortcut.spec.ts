import { readFileSync } from 'node:fs'
import { configure } from './steps/configure'
import { waitForRole } from './steps/console'
import { waitForMenu } from './steps/menu'
import { signIn } from './steps/sign-in'
import { expect, test } from './test'

declare const chrome: {
  readonly commands: { getAll(): Promise<readonly { readonly name: string; readonly shortcut: string }[]> }
}

test('the shortcut opens the menu', async ({ driver, demo }) => {
  test.skip(driver.cannot.pressShortcut !== undefined, driver.cannot.pressShortcut)
  await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await signIn(driver, demo)
  const popup = await driver.pressShortcut()
  await waitForMenu(popup)
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
})

// A browser silently drops a shortcut that it has in use itself.
test('the browser takes the manifest’s shortcut', async ({ driver }) => {
  const { commands } = JSON.parse(readFileSync('manifest.json', 'utf8'))
  const options = await driver.openOptions()
  const assigned = await options.evaluate(() => chrome.commands.getAll())
  expect(assigned).toMatchObject([
    { name: '_execute_action', shortcut: commands._execute_action.suggested_key.default },
  ])
})
