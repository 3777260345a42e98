import { languages, readMessages } from '../../scripts/message-values'
import { expect, test } from '../../testing/browser-test'
import { openOptions } from '../../testing/steps/configure'
import { beyond } from '../../testing/steps/cut-off'
import { openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

declare const chrome: { readonly tabs: { setZoom(factor: number): Promise<void> } }

const text = `[payments-production]
aws_account_id = 444455556666
role_name = Operator

[elsewhere]
aws_account_id = 111122223333
role_name = Operator
source_profile = missing
`

for (const language of languages.filter(language => language !== 'en')) {
  test.describe(`in a browser in ${language}`, () => {
    test.use({ driverOptions: { locale: language.replace('_', '-') } })

    test(`menu and settings are in its language, and whole at 420 pixels: ${language}`, async ({
      driver,
      demo,
    }) => {
      const messages = readMessages(language)
      const word = (key: string) => messages[key]?.message ?? ''
      await storeList(driver, text)
      const options = await openOptions(driver)
      await expect(options).toShow({ role: 'button', name: word('options_save') })
      await options.evaluate(() => chrome.tabs.setZoom(3))
      await expect.poll(() => options.evaluate(() => innerWidth)).toBeLessThan(460)
      for (const tab of ['roles', 'menu', 'console', 'team', 'history'] as const) {
        await options.open(tab)
        await expect.poll(() => beyond(options, 'right')).toEqual([])
      }
      await options.evaluate(() => chrome.tabs.setZoom(1))

      await signIn(driver, demo)
      const popup = await openPopup(driver)
      await expect(popup).toShow({ role: 'option' }, 2)
      await expect(popup).toShow({ role: 'combobox', name: word('popup_search') })
      const tag = word('extension_language')
      expect(await popup.evaluate(() => document.documentElement.lang)).toBe(tag)
      await expect.poll(() => beyond(popup, 'right')).toEqual([])
      await popup.press('?')
      await expect(popup).toShow({ role: 'heading', name: word('popup_help') })
      await expect.poll(() => beyond(popup, 'right')).toEqual([])
    })
  })
}
