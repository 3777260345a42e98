import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import type { Control, OptionsPage } from '../../testing/pages/options-page'
import { configure, save, waitForStatus } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { waitForPreview } from '../../testing/steps/preview'

const text = `[base]
aws_account_id = 111122223333

[payments]
source_profile = base
aws_account_id = 444455556666
role_name = Operator
`
const other = '[archive]\naws_account_id = 555566667777\nrole_name = Reader\n'
const accounts = '{"Accounts":[{"Id":"777788889999","Name":"shop-production","Status":"ACTIVE"}]}'

interface Case {
  readonly dialog: string
  /** What opens it. */
  readonly opener: Control
  /** The file that opens it when chosen. Without one, the opener is pressed. */
  readonly file?: readonly [name: string, content: string]
  /** The element focused at first, by the text of its label, or its own. */
  readonly first: RegExp
}

const cases: readonly Case[] = [
  { dialog: 'the form of a new role', opener: 'addRole', first: /^Name$/ },
  { dialog: 'the form of a role', opener: 'editRole', first: /^Name$/ },
  {
    dialog: 'an import',
    opener: 'importFile',
    file: ['roles.ini', other],
    first: /^Import$/,
  },
  {
    dialog: 'an import of accounts',
    opener: 'importFile',
    file: ['accounts.json', accounts],
    first: /^Import$/,
  },
  { dialog: 'the comparison with a saved text', opener: 'oldestVersion', first: /Reader/ },
]

for (const { dialog, opener, file, first } of cases) {
  const open = async (options: OptionsPage, path: string) => {
    await options.control(opener).focus()
    if (file) {
      writeFileSync(path, file[1])
      await options.control(opener).choose(path)
    } else await options.press('Enter')
    await expect.poll(async () => (await readFocus(options))?.name).toMatch(first)
  }

  test(`${dialog} takes the focus, keeps it, and gives it back`, async ({ driver }, testInfo) => {
    const options = await configure(driver, text.replace('Operator', 'Reader'))
    await options.write(text)
    await save(options)
    await waitForPreview(options, 1)
    await options.click({ role: 'option', name: /^payments/ })
    await expect.poll(options.history.count).toBe(2)
    const path = testInfo.outputPath(file?.[0] ?? 'none')

    await open(options, path)
    // Starts at the top. Tab comes around through the browser's own controls.
    await options.dialog.clickHeading()
    const controls = await options.dialog.countControls()
    const reached = new Set<string>()
    for (let step = 0; step <= controls; step++) {
      await options.press('Tab')
      const focus = await readFocus(options)
      if (!focus) continue
      expect(focus.isInDialog, focus.element).toBe(true)
      reached.add(focus.element)
    }
    expect([...reached]).toHaveLength(controls)

    for (const leave of ['Escape', 'Enter'] as const) {
      // The focus may be in the browser's own controls.
      await options.dialog.clickHeading()
      if (leave === 'Enter') {
        await options.control('cancel').focus()
      }
      await options.press(leave)
      await expect(options).not.toShow({ role: 'dialog' })
      await expect.poll(options.control(opener).hasFocus, leave).toBe(true)
      if (leave === 'Escape') await open(options, path)
    }
    // None of this changed the text.
    expect((await exportFile(driver, options)).toString()).toBe(text)
  })
}

test('Enter in a field of the form writes the role, and the focus goes back to its button', async ({
  driver,
}) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  await options.control('addRole').focus()
  await options.press('Enter')
  await expect.poll(async () => (await readFocus(options))?.name).toBe('Name')
  await options.type('archive')
  await options.fill({ label: 'Account id or alias' }, '555566667777')
  await options.fill({ label: 'Role name' }, 'Reader')
  await options.press('Enter')
  await expect(options).not.toShow({ role: 'dialog' })
  await expect.poll(options.control('addRole').hasFocus).toBe(true)
  expect((await exportFile(driver, options)).toString()).toContain('[archive]')
})

test('Enter imports at once, and in the role name of accounts', async ({ driver }, testInfo) => {
  const options = await configure(driver, text)
  const choose = async (name: string, content: string) => {
    writeFileSync(testInfo.outputPath(name), content)
    await options.setFiles({ label: 'Import file' }, testInfo.outputPath(name))
    await expect.poll(async () => (await readFocus(options))?.name).toBe('Import')
  }
  await choose('roles.ini', other)
  await options.press('Enter')
  await waitForStatus(options, /^Imported/)
  await expect(options).not.toShow({ role: 'dialog' })
  await choose('accounts.json', accounts)
  await options.fill({ label: 'Role name' }, 'Auditor')
  await options.press('Enter')
  await expect(options).not.toShow({ role: 'dialog' })
  const exported = (await exportFile(driver, options)).toString()
  expect(exported).toContain('[archive]')
  expect(exported).toContain('[shop-production]')
})

test('Enter on Restore restores, and the focus goes back to the saved text', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.write(other)
  await options.control('latestVersion').focus()
  await options.press('Enter')
  await expect.poll(options.dialog.removedLines).not.toEqual([])
  await options.control('restore').focus()
  await options.press('Enter')
  await expect(options).not.toShow({ role: 'dialog' })
  await expect.poll(options.control('latestVersion').hasFocus).toBe(true)
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

/** Returns the focused element in the page, or undefined while the browser's own controls have the focus. */
function readFocus(options: OptionsPage) {
  return options.evaluate(() => {
    const { activeElement: element } = document
    if (!element || element === document.body || !document.hasFocus()) return undefined
    const { labels } = element as HTMLInputElement
    return {
      element: element.outerHTML.slice(0, 160),
      name: (element.ariaLabel ?? labels?.[0]?.textContent ?? element.textContent ?? '').trim(),
      isInDialog: element.closest('dialog') !== null,
    }
  })
}
