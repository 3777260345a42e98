import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import {
  configure,
  openedOptions,
  openOptions,
  optionsTabs,
  save,
  waitForStatus,
} from '../../testing/steps/configure'
import { waitForRole } from '../../testing/steps/console'
import { exportFile } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { waitForPreview } from '../../testing/steps/preview'
import { signIn } from '../../testing/steps/sign-in'

test('a newcomer loads the example, saves it and switches', async ({ driver, demo }) => {
  const options = await openOptions(driver)
  expect(await options.all({ label: 'Choose a file' })).toHaveLength(1)
  await options.click({ role: 'button', name: 'Load an example' })
  await expect.poll(options.welcomes).toBe(false)
  await save(options)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('shop prod')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-production' })
})

test('there is no first run where there is a text', async ({ driver }) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await expect.poll(options.welcomes).toBe(false)
})

test('saving at once, before the text is checked, brings no first run back', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.write('[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await expect.poll(options.welcomes).toBe(false)
  const welcomedAgain = await options.watchForWelcome()
  await options.press('Control+s')
  await waitForPreview(options, 1)
  expect(await welcomedAgain()).toBe(false)
})

const config = `[default]
region = eu-west-1

[profile hub]
aws_account_id = 111122223333

[profile shop-prod]
role_arn = arn:aws:iam::333344445555:role/Operator
source_profile = hub

[profile shop-staging]
role_arn = arn:aws:iam::444455556666:role/Developer
source_profile = hub
`

test('a newcomer pastes ~/.aws/config, adds its roles with one button, and is told how to go on', async ({
  driver,
  demo,
}) => {
  const options = await openOptions(driver)
  // Gets the text into the clipboard.
  await options.write(config)
  await options.press('Control+a')
  await options.press('Control+x')
  await expect.poll(options.welcomes).toBe(true)

  await options.click({ role: 'heading', name: 'Rolecall' })
  await options.press('Control+v')
  await expect(options).toShow({ role: 'heading', name: '2 roles found' })
  await expect.poll(options.found).toEqual(['1 production', '1 staging or test'])
  await options.press('Enter')
  await waitForStatus(options, /^Saved 2 roles/)
  expect(await options.welcomes()).toBe(false)
  expect((await exportFile(driver, options)).toString()).toBe(
    config
      .replace('role/Operator\nsource_profile = hub\n', '$&color = #d13212\nconfirm = true\n')
      .replace('role/Developer\nsource_profile = hub\n', '$&color = #ff9900\n'),
  )
  expect(await options.diagnostics()).toEqual([])
  expect((await options.stepsDone()).at(-1)).toBe(false)

  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('stag')
  await popup.press('Enter')
  await waitForRole(driver)
  await expect.poll(async () => (await options.stepsDone()).at(-1)).toBe(true)
})

test('the settings open by themselves on install, and the first switch is four presses away', async ({
  launchDriver,
  demo,
}) => {
  const driver = await launchDriver({ firstPage: 'kept' })
  const options = await openedOptions(driver)
  await waitFor('the first run', options.welcomes)
  // Gets the text into the clipboard.
  const another = await openOptions(driver)
  await another.write(config.replace('shop-prod]', 'sandbox]'))
  await another.press('Control+a')
  await another.press('Control+x')
  await another.close()

  await options.press('Control+v')
  await expect(options).toShow({ role: 'heading', name: '2 roles found' })
  await options.press('Enter')
  await waitForStatus(options, /^Saved 2 roles/)
  // The link to the console is one of the steps that the page shows. It leads to AWS’s sign-in.
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('Enter')
  await waitForRole(driver)
  await expect.poll(async () => (await options.stepsDone()).at(-1)).toBe(true)
})

test('the settings open on install only once', async ({ launchDriver }, testInfo) => {
  const profile = testInfo.outputPath('profile')
  const first = await launchDriver({ firstPage: 'kept', profile })
  await (await openedOptions(first)).close()
  await first.close()
  const second = await launchDriver({ profile })
  // The settings’ own start is later than the background script’s.
  await openOptions(second)
  expect(await optionsTabs(second)).toHaveLength(1)
})

test('what a newcomer chose goes away again, and a file without roles says so', async ({
  driver,
}, testInfo) => {
  const options = await openOptions(driver)
  writeFileSync(testInfo.outputPath('config'), config)
  writeFileSync(testInfo.outputPath('notes.txt'), 'Buy milk.\n')
  await options.setFiles({ label: 'Choose a file' }, testInfo.outputPath('config'))
  await options.click({ role: 'button', name: 'Back' })
  await options.setFiles({ label: 'Choose a file' }, testInfo.outputPath('notes.txt'))
  await expect.poll(options.alerts).toContain('notes.txt has no roles.')
  await expect.poll(options.welcomes).toBe(true)
})

test('a file that is chosen while the page loads is imported once it can be', async ({
  driver,
}, testInfo) => {
  writeFileSync(testInfo.outputPath('config'), config)
  const options = await openOptions(driver)
  for (let count = 0; count < 3; count++) {
    await options.reload()
    await options.setFiles({ label: 'Import file' }, testInfo.outputPath('config'))
    await expect(options).toShow({ role: 'heading', name: '2 roles found' })
  }
})
