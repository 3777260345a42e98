import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
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
  await options.write(text)
  await save(options)
  await expect.poll(options.history.count).toBeGreaterThan(0)
  await expectAccessible(options, 'a configuration')
  await options.editor.clickFirstLine()
  await options.press('Control+f')
  await expect.poll(options.editor.isSearching).toBe(true)
  await expectAccessible(options, 'a search')
  await options.press('Escape')
  await options.write(wrong)
  await expect(options).toShow({ role: 'list', name: 'Messages' })
  await expectAccessible(options, 'a text with errors')
})

test('axe finds nothing in the dialogs of the options page', async ({ driver }, testInfo) => {
  const options = await configure(driver, text)
  const dialog = async (state: string) => {
    await expect(options).toShow({ role: 'dialog' })
    await expectAccessible(options, state)
    await options.press('Escape')
    await expect(options).not.toShow({ role: 'dialog' })
  }
  await options.click({ role: 'button', name: 'Add role' })
  await dialog('a new role')
  await options.click({ role: 'option', name: /^payments/ })
  await options.click({ role: 'button', name: 'Edit' })
  await dialog('a role')
  await options.write(wrong)
  await options.history.compareLatest()
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
