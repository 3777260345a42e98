import { writeFileSync } from 'node:fs'
import { test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { variedConfiguration as text } from '../../testing/generators/varied-configuration'
import { expectAccessible } from '../../testing/steps/axe'
import { configure, openOptions, save } from '../../testing/steps/configure'

const wrong = `[payments]
aws_account_id = 4444
role_name = Operator

[warehouse]
aws_account_id = 555566667777
role_name = Developer
colour = #d13212
`

test('axe finds nothing in the options page', async ({ driver }) => {
  const options = await openOptions(driver)
  await expectAccessible(options, 'the first run')
  await options.fill({ role: 'textbox', name: 'Your list' }, text)
  await save(options)
  await waitFor('the history', async () => (await options.all({ css: '.version' }))[0])
  await expectAccessible(options, 'a configuration')
  await options.click({ css: '.cm-line' })
  await options.press('Control+f')
  await waitFor('the search', async () => (await options.all({ css: '.cm-search' }))[0])
  await expectAccessible(options, 'a search')
  await options.press('Escape')
  await options.fill({ role: 'textbox', name: 'Your list' }, wrong)
  await waitFor('the messages', async () => (await options.all({ role: 'list', name: 'Messages' }))[0])
  await expectAccessible(options, 'a text with errors')
})

test('axe finds nothing in the dialogs of the options page', async ({ driver }, testInfo) => {
  const options = await configure(driver, text)
  const dialog = async (state: string) => {
    await waitFor(state, async () => (await options.all({ role: 'dialog' }))[0])
    await expectAccessible(options, state)
    await options.press('Escape')
    await waitFor('the end of the dialog', async () => (await options.all({ role: 'dialog' })).length === 0)
  }
  await options.click({ role: 'button', name: 'Add role' })
  await dialog('a new role')
  await options.click({ role: 'option', name: /^payments/ })
  await options.click({ role: 'button', name: 'Edit' })
  await dialog('a role')
  await options.fill({ role: 'textbox', name: 'Your list' }, wrong)
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
