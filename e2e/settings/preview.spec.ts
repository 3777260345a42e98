import { expect, test } from '../../testing/browser-test'
import { configure } from '../../testing/steps/configure'
import { eventually } from '../../testing/steps/eventually'
import { openMenu, rows } from '../../testing/steps/menu'
import { previewRows } from '../../testing/steps/preview'
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
`

test('the preview shows the menu of the chosen base account', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  const preview = async () => (await previewRows(options)).map(({ name }) => name)
  await eventually(async () => expect(await preview()).toHaveLength(2))
  await signIn(driver, demo)
  const menu = (await rows(await openMenu(driver))).map(({ name }) => name)
  expect(await preview()).toEqual(menu)
  expect((await options.all({ css: '.preview-hidden' }))[0]?.text).toBe('1 more isn’t available here.')

  await options.evaluate(() => {
    const select = document.querySelector('select')
    if (select) select.value = 'other'
    select?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await eventually(async () => expect(await preview()).toEqual([expect.stringMatching(/^archive/)]))
})

test('a role in the preview leads to its section, and a section to its role', async ({ driver }) => {
  const options = await configure(driver, text)
  const at = async () => (await options.all({ css: '.cm-activeLine' })).map(({ text }) => text)
  const selected = async () =>
    (await options.all({ css: '.preview [aria-selected=true]' })).map(({ name }) => name)
  await options.click({ role: 'option', name: /^warehouse/ })
  await eventually(async () => expect(await at()).toEqual(['[warehouse]']))
  expect(await selected()).toEqual([expect.stringMatching(/^warehouse/)])
  for (let line = 0; line < 3; line++) await options.press('ArrowUp')
  await eventually(async () => expect(await selected()).toEqual([expect.stringMatching(/^payments/)]))
})
