import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import { optionsPage } from '../../testing/pages/options-page'
import { expectAccessible } from '../../testing/steps/axe'
import { configure, openOptions, save } from '../../testing/steps/configure'
import { exportFile, importFile } from '../../testing/steps/files'

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'
const wrong = text.replace('444455556666', '4444')

test('each tab has an address, and Back goes to the tab before', async ({ driver }) => {
  const options = await openOptions(driver)
  await expect.poll(options.openTab).toBe('roles')
  for (const tab of ['menu', 'console', 'team', 'history'] as const) {
    await options.open(tab)
    await expect(options).toBeAt(new RegExp(`#${tab}$`))
    await expectAccessible(options, `the tab ${tab}`)
  }
  await options.evaluate(() => history.back())
  await expect.poll(options.openTab).toBe('team')
})

test('an address leads to a setting, which has the focus, and an unknown one to the roles', async ({
  driver,
}) => {
  const options = optionsPage(await driver.openOptions('#menu/theme'))
  const dark = { role: 'radio', name: 'System' } as const
  await expect.poll(async () => (await options.all(dark))[0]?.focused).toBe(true)
  await expect.poll(options.openTab).toBe('menu')
  const unknown = optionsPage(await driver.openOptions('#elsewhere'))
  await expect.poll(unknown.openTab).toBe('roles')
})

test('Save does something only if there is something to save, in every tab', async ({ driver }) => {
  const options = await configure(driver, text)
  expect(await options.canSave()).toBe(false)
  await options.write(`${text}# more\n`)
  await options.open('team')
  await expect.poll(options.unsavedNote).toEqual(['Unsaved'])
  await expect.poll(options.canSave).toBe(true)
  await save(options)
  await expect.poll(options.canSave).toBe(false)
  await expect.poll(options.openTab).toBe('team')
})

test('an error in the list shows on its tab', async ({ driver }) => {
  const options = await configure(driver, wrong)
  await options.open('menu')
  await expect.poll(() => options.attention('roles')).toBe('Your list has 1 error')
  await options.write(text)
  await expect.poll(() => options.attention('roles')).toBeUndefined()
})

test('what an import replaces is said, and comes back with Undo', async ({ driver }, testInfo) => {
  const options = await configure(driver, text)
  const path = testInfo.outputPath('other.ini')
  writeFileSync(path, '[archive]\naws_account_id = 555566667777\nrole_name = Reader\n')
  await importFile(options, path)
  await expect.poll(options.undoable).toBe('Imported and saved.')
  await options.pointAtUndoable()
  await expectAccessible(options, 'an offer to undo')
  await options.undo()
  await expect.poll(options.undoable).toBeUndefined()
  expect((await exportFile(driver, options)).toString()).toBe(text)
  await expect.poll(options.canSave).toBe(false)
})

test('a changed setting says that it was saved', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.settings.turn({ role: 'radio', name: 'Compact' }, true)
  await expect.poll(options.statuses).toContain('Saved')
})

test('the help explains each key and setting, without scripts', async ({ driver }) => {
  const help = await driver.open(driver.extensionUrl('help/guide.html#order'))
  await expect(help).toShow({ role: 'heading', name: 'Each setting' })
  await expectAccessible(help, 'the guide')
  await help.click({ role: 'link', name: 'The list' })
  await expect(help).toShow({ role: 'heading', name: 'Keys' })
  await expectAccessible(help, 'the help about the list')
  await help.click({ role: 'link', name: 'What’s new' })
  await expect(help).toShow({ role: 'heading', name: 'Changes' })
  await expectAccessible(help, 'the changes')
})
