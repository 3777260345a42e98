import { readFileSync } from 'node:fs'
import { pinCommands } from '../../src/launch/pin-commands'
import { expect, test } from '../../testing/browser-test'
import { waitForRole } from '../../testing/steps/console'
import { waitForMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

declare const chrome: {
  readonly commands: { getAll(): Promise<readonly { readonly name: string; readonly shortcut: string }[]> }
}

test('the shortcut opens the menu', async ({ driver, demo }) => {
  test.skip(driver.cannot.pressShortcut !== undefined, driver.cannot.pressShortcut)
  await storeList(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await signIn(driver, demo)
  const popup = await driver.pressShortcut()
  await waitForMenu(popup)
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
})

// A browser silently drops a shortcut that it uses itself.
test('the browser takes the manifest’s shortcut, and pins have none', async ({ driver }) => {
  const { commands } = JSON.parse(readFileSync('manifest.json', 'utf8'))
  const options = await driver.openOptions()
  const assigned = await options.evaluate(() => chrome.commands.getAll())
  expect(assigned).toMatchObject([
    { name: '_execute_action', shortcut: commands._execute_action.suggested_key.default },
    // The user gives them keys.
    ...pinCommands.map(({ name }) => ({ name, shortcut: '' })),
  ])
})
