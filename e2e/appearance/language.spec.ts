import { readFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import { eventually } from '../../testing/steps/eventually'
import { says } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

test.use({ driverOptions: { locale: 'ja' } })

test('in a Japanese browser menu and settings are in Japanese', async ({ driver, demo }) => {
  const messages = JSON.parse(readFileSync('public/_locales/ja/messages.json', 'utf8'))
  const options = await driver.openOptions()
  await eventually(async () =>
    expect(await options.all({ role: 'button', name: messages.options_save.message })).toHaveLength(1),
  )
  await signIn(driver, demo)
  const popup = await driver.pressToolbarButton()
  await eventually(async () =>
    expect(await says(popup)).toContain(messages.popup_nothingConfigured_title.message),
  )
  expect(await popup.evaluate(() => document.documentElement.lang)).toMatch(/^ja/)
})
