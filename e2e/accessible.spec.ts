import { writeFileSync } from 'node:fs'
import type { Media, Surface } from './browsers/driver'
import { waitFor } from './browsers/wait'
import { expectAccessible } from './steps/axe'
import { configure, openOptions, save } from './steps/configure'
import { openMenu, searchBox } from './steps/menu'
import { signIn } from './steps/sign-in'
import { test } from './test'

const text = `[base]
aws_account_id = 111122223333

[payments]
source_profile = base
aws_account_id = 444455556666
role_name = Operator
color = #d13212
group = Production
description = Card payments

[archive]
source_profile = base
aws_account_id = 555566667777
role_name = Reader

[elsewhere]
role_arn = arn:aws-cn:iam::666677778888:role/Operator
`

const wrong = `[payments]
aws_account_id = 4444
role_name = Operator

[warehouse]
aws_account_id = 555566667777
role_name = Developer
colour = #d13212
`

const appearances: readonly (readonly [name: string, media: Media])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
]

for (const [appearance, media] of appearances) {
  const check = async (surface: Surface, state: string) => {
    await surface.emulate(media)
    await expectAccessible(surface, state)
  }

  test(`axe finds nothing in the menu, ${appearance}`, async ({ driver, demo }) => {
    await configure(driver, text)
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await check(popup, 'the menu')
    await popup.fill(searchBox, 'pay')
    await waitFor('the match', async () => (await popup.all({ css: 'mark' }))[0])
    await check(popup, 'the menu with a query')
    await popup.fill(searchBox, 'zzzz')
    await waitFor('no match', async () =>
      (await popup.all({ role: 'option' })).length === 0 ? true : undefined,
    )
    await check(popup, 'the menu without matches')
    await popup.fill(searchBox, '')
    await popup.click({ role: 'button', name: /hidden/ })
    await waitFor('the hidden role', async () =>
      (await popup.all({ css: 'body' })).find(({ text }) => text.includes('elsewhere')),
    )
    await check(popup, 'the menu with what is hidden')
  })

  test(`axe finds nothing where there is no menu, ${appearance}`, async ({ driver, demo }) => {
    const stopped = async (state: string, page?: () => Promise<unknown>) => {
      await page?.()
      const popup = await driver.pressToolbarButton()
      await waitFor(state, async () => (await popup.all({ role: 'button' }))[0])
      await check(popup, state)
      await popup.close()
    }
    await stopped('nothing configured', () => signIn(driver, demo))
    await configure(driver, wrong.slice(0, wrong.indexOf('[warehouse]')))
    await stopped('no roles', () => signIn(driver, demo))
    await configure(driver, text)
    await stopped('not the console', () => driver.open(demo.signInPageUrl))
  })

  test(`axe finds nothing where a switch is refused, ${appearance}`, async ({ driver, demo }) => {
    await configure(driver, text)
    await signIn(driver, demo, { mode: 'multi-session' })
    demo.refuseNext('UNAUTHORIZED', 'Your session may not assume the role')
    const popup = await openMenu(driver)
    await popup.press('Enter')
    await waitFor('the alert', async () => (await popup.all({ role: 'alert' }))[0])
    await check(popup, 'a refusal')
  })

  test(`axe finds nothing in the options page, ${appearance}`, async ({ driver }) => {
    const options = await openOptions(driver)
    await check(options, 'the first run')
    await options.fill({ role: 'textbox', name: 'Configuration' }, text)
    await save(options)
    await waitFor('the history', async () => (await options.all({ css: '.version' }))[0])
    await check(options, 'a configuration')
    await options.click({ css: '.cm-line' })
    await options.press('Control+f')
    await waitFor('the search', async () => (await options.all({ css: '.cm-search' }))[0])
    await check(options, 'a search')
    await options.press('Escape')
    await options.fill({ role: 'textbox', name: 'Configuration' }, wrong)
    await waitFor('the messages', async () => (await options.all({ role: 'list', name: 'Messages' }))[0])
    await check(options, 'a text with errors')
  })

  test(`axe finds nothing in the dialogs of the options page, ${appearance}`, async ({
    driver,
  }, testInfo) => {
    const options = await configure(driver, text)
    const dialog = async (state: string) => {
      await waitFor(state, async () => (await options.all({ role: 'dialog' }))[0])
      await check(options, state)
      await options.press('Escape')
      await waitFor('the end of the dialog', async () =>
        (await options.all({ role: 'dialog' })).length === 0 ? true : undefined,
      )
    }
    await options.click({ role: 'button', name: 'Add role' })
    await dialog('a new role')
    await options.click({ role: 'option', name: /^payments/ })
    await options.click({ role: 'button', name: 'Edit' })
    await dialog('a role')
    await options.fill({ role: 'textbox', name: 'Configuration' }, wrong)
    await options.click({ css: '.version' })
    await dialog('an older text')
    for (const [name, content] of [
      [
        'config',
        '[new]\naws_account_id = 777788889999\nrole_name = Reader\naws_secret_access_key = invented\n',
      ],
      ['accounts.json', '{"Accounts":[{"Id":"777788889999","Name":"shop-production","Status":"ACTIVE"}]}'],
    ] as const) {
      writeFileSync(testInfo.outputPath(name), content)
      await options.setFiles({ label: 'Import file' }, testInfo.outputPath(name))
      await dialog(`the import of ${name}`)
    }
  })
}
