import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { configure, editor, save, waitForStatus } from '../../testing/steps/configure'
import { eventually } from '../../testing/steps/eventually'
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
  /** A CSS selector of the element that opens it. */
  readonly opener: string
  /** The file that opens it when chosen. Without one, the opener is pressed. */
  readonly file?: readonly [name: string, content: string]
  /** The element focused at first, by the text of its label, or its own. */
  readonly first: RegExp
}

const role = { opener: '.preview header .button', first: /^Name$/ } as const
const cases: readonly Case[] = [
  { dialog: 'the form of a new role', ...role, opener: `${role.opener}:last-child` },
  { dialog: 'the form of a role', ...role, opener: `${role.opener}:not(:last-child)` },
  {
    dialog: 'an import',
    opener: '.toolbar input[type=file]',
    file: ['roles.ini', other],
    first: /^Import$/,
  },
  {
    dialog: 'an import of accounts',
    opener: '.toolbar input[type=file]',
    file: ['accounts.json', accounts],
    first: /^Import$/,
  },
  { dialog: 'the comparison with a saved text', opener: '.versions li:last-child button', first: /Reader/ },
]

for (const { dialog, opener, file, first } of cases) {
  const open = async (options: Surface, path: string) => {
    await options.evaluate(opener => document.querySelector<HTMLElement>(opener)?.focus(), opener)
    if (file) {
      writeFileSync(path, file[1])
      await options.setFiles({ css: opener }, path)
    } else await options.press('Enter')
    await eventually(async () => expect((await readFocus(options))?.name).toMatch(first))
  }

  test(`${dialog} takes the focus, keeps it, and gives it back`, async ({ driver }, testInfo) => {
    const options = await configure(driver, text.replace('Operator', 'Reader'))
    await options.fill(editor, text)
    await save(options)
    await waitForPreview(options, 1)
    await options.click({ role: 'option', name: /^payments/ })
    await eventually(async () => expect(await options.all({ css: '.version' })).toHaveLength(2))
    const path = testInfo.outputPath(file?.[0] ?? 'none')

    await open(options, path)
    // Starts at the top. Tab comes around through the browser's own controls.
    await options.click({ css: 'dialog h2' })
    const controls = await countControls(options)
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
      await options.click({ css: 'dialog h2' })
      if (leave === 'Enter') {
        await options.evaluate(() => document.querySelector<HTMLElement>('dialog footer button')?.focus())
      }
      await options.press(leave)
      await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
      await eventually(async () => expect(await hasFocus(options, opener), leave).toBe(true))
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
  await options.evaluate(() => document.querySelector<HTMLElement>('.preview .button:last-child')?.focus())
  await options.press('Enter')
  await eventually(async () => expect((await readFocus(options))?.name).toBe('Name'))
  await options.type('archive')
  await options.fill({ label: 'Account id or alias' }, '555566667777')
  await options.fill({ label: 'Role name' }, 'Reader')
  await options.press('Enter')
  await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
  await eventually(async () =>
    expect(await hasFocus(options, '.preview header .button:last-child')).toBe(true),
  )
  expect((await exportFile(driver, options)).toString()).toContain('[archive]')
})

test('Enter imports at once, and in the role name of accounts', async ({ driver }, testInfo) => {
  const options = await configure(driver, text)
  const choose = async (name: string, content: string) => {
    writeFileSync(testInfo.outputPath(name), content)
    await options.setFiles({ label: 'Import file' }, testInfo.outputPath(name))
    await eventually(async () => expect((await readFocus(options))?.name).toBe('Import'))
  }
  await choose('roles.ini', other)
  await options.press('Enter')
  await waitForStatus(options, /^Imported/)
  await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
  await choose('accounts.json', accounts)
  await options.fill({ label: 'Role name' }, 'Auditor')
  await options.press('Enter')
  await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
  const exported = (await exportFile(driver, options)).toString()
  expect(exported).toContain('[archive]')
  expect(exported).toContain('[shop-production]')
})

test('Enter on Restore restores, and the focus goes back to the saved text', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.fill(editor, other)
  await options.evaluate(() => document.querySelector<HTMLElement>('.version')?.focus())
  await options.press('Enter')
  await eventually(async () => expect(await options.all({ css: 'dialog del' })).not.toEqual([]))
  await options.evaluate(() => document.querySelector<HTMLElement>('dialog .primary')?.focus())
  await options.press('Enter')
  await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
  await eventually(async () => expect(await hasFocus(options, '.version')).toBe(true))
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

/** Returns the focused element in the page, or undefined while the browser's own controls have the focus. */
function readFocus(options: Surface) {
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

function hasFocus(options: Surface, selector: string): Promise<boolean> {
  return options.evaluate(
    selector => document.hasFocus() && document.activeElement?.matches(selector) === true,
    selector,
  )
}

/** Returns how many controls of the dialog Tab reaches. Of radio buttons it reaches only the chosen one. */
function countControls(options: Surface): Promise<number> {
  return options.evaluate(
    () =>
      document.querySelectorAll(
        'dialog :is(button:enabled, input:not([type=radio]), input:checked, select, [tabindex="0"])',
      ).length,
  )
}
