import { expect, test } from '../../testing/browser-test'
import { configure } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

const text = `[base]
aws_account_id = 111122223333

[other]
aws_account_id = 222233334444

[payments]
source_profile = base
aws_account_id = 444455556666
role_name = Operator

[warehouse]
source_profile = base
aws_account_id = 555566667777
role_name = Developer

[archive]
source_profile = other
aws_account_id = 666677778888
role_name = Reader

[portal]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 777788889999
sso_role_name = Reader

[shop]
source_profile = portal
aws_account_id = 888899990000
role_name = Operator
`

test('the preview shows the menu of the chosen base account', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await expect.poll(options.preview.rowNames).toHaveLength(4)
  await signIn(driver, demo)
  const menu = await (await openMenu(driver)).rowNames()
  await expect.poll(options.preview.rowNames).toEqual(menu)
  expect(menu.at(-1)).toContain('Through portal')
  await expect.poll(options.preview.hiddenNote).toBe('1 more isn’t available here.')
  await options.preview.showHidden()
  await expect.poll(options.preview.hiddenReasons).toEqual([expect.stringMatching(/^archive\n?.*other/s)])

  await options.preview.chooseBase('other')
  await expect.poll(options.preview.rowNames).toContainEqual(expect.stringMatching(/^archive/))
})

test('a role in the preview leads to its section, and a section to its role', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.click({ role: 'option', name: /^warehouse/ })
  await expect.poll(options.editor.activeLine).toEqual(['[warehouse]'])
  await expect.poll(options.preview.selected).toEqual([expect.stringMatching(/^warehouse/)])
  for (let line = 0; line < 3; line++) await options.press('ArrowUp')
  await expect.poll(options.preview.selected).toEqual([expect.stringMatching(/^payments/)])
})
