import { expect, test } from '../../testing/browser-test'
import { configure } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { waitForPreview } from '../../testing/steps/preview'

const text = `# Kept
[base]
aws_account_id = 111122223333

[payments]   ; the till
role_name      = "Operator"
aws_account_id = 444455556666
source_profile = base
`

test('Edit changes what is changed in the form, and nothing else of the text', async ({ driver }) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  await options.click({ role: 'option', name: /^payments/ })
  await options.click({ role: 'button', name: 'Edit' })
  await options.fill({ label: 'Account id or alias' }, '555566667777')
  await options.click({ role: 'button', name: 'Change' })
  await expect(options).not.toShow({ role: 'dialog' })
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('444455556666', '555566667777'))
})

test('Add role writes a section in the style of the text', async ({ driver }) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  await options.click({ role: 'button', name: 'Add role' })
  await options.fill(options.dialog.nameField, 'warehouse')
  await options.fill({ label: 'Account id or alias' }, '4444')
  await options.fill({ label: 'Role name' }, 'Developer')
  await options.click({ role: 'button', name: 'Add' })
  await expect
    .poll(async () => (await options.all({ label: 'Account id or alias' }))[0])
    .toMatchObject({ focused: true })
  await options.fill({ label: 'Account id or alias' }, '555566667777')
  await options.click({ role: 'button', name: 'Add' })
  await expect(options).not.toShow({ role: 'dialog' })
  expect((await exportFile(driver, options)).toString()).toBe(`${text}
[warehouse]
source_profile = base
aws_account_id = 555566667777
role_name      = Developer
`)
})
