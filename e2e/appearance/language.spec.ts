import { readFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import { openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

test.use({ driverOptions: { locale: 'ja' } })

test('in a Japanese browser menu and settings are in Japanese', async ({ driver, demo }) => {
  const messages = JSON.parse(readFileSync('public/_locales/ja/messages.json', 'utf8'))
  const options = await driver.openOptions()
  await expect(options).toShow({ role: 'button', name: messages.options_save.message })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay(messages.popup_nothingConfigured_title.message)
  expect(await popup.evaluate(() => document.documentElement.lang)).toMatch(/^ja/)
})
