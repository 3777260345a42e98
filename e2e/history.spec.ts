import type { Surface } from './browsers/driver'
import { configure, editor, save } from './steps/configure'
import { eventually } from './steps/eventually'
import { exportFile } from './steps/files'
import { waitForPreview } from './steps/preview'
import { expect, test } from './test'

const first = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'
const second = first.replace('Operator', 'Reader')

test('a saved version is compared with the text, and restored', async ({ driver }) => {
  const options = await configure(driver, first)
  await waitForPreview(options, 1)
  await options.fill(editor, second)
  await save(options)
  await eventually(async () => expect(await versions(options)).toHaveLength(2))
  await options.click({ css: '.versions li:last-child button' })
  await eventually(async () =>
    expect((await options.all({ css: 'del' })).map(shown)).toEqual(['− role_name = Reader']),
  )
  expect((await options.all({ css: 'ins' })).map(shown)).toEqual(['+ role_name = Operator'])
  await options.click({ role: 'button', name: 'Restore' })
  await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
  expect((await exportFile(driver, options)).toString()).toBe(first)
  // It counts when it is saved.
  expect((await options.all({ css: '.unsaved' })).map(shown)).toEqual(['Unsaved changes'])
})

test('the last 20 saved versions are kept, on this computer only', async ({ driver }) => {
  const options = await configure(driver, first)
  for (let version = 1; version <= 20; version++) {
    await options.fill(editor, `${first}# ${version}`)
    await options.press('Control+s')
    await eventually(async () =>
      expect((await options.all({ role: 'status' })).map(shown).join()).toContain('Saved: 1 role'),
    )
  }
  await eventually(async () => expect(await versions(options)).toHaveLength(20))
  await options.click({ css: '.versions li:last-child button' })
  await eventually(async () => expect((await options.all({ css: 'ins' })).map(shown)).toEqual(['+ # 1']))
  const keys = await options.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { sync: { get(): Promise<object> } } } }
    return Object.keys(await chrome.storage.sync.get())
  })
  expect(keys).not.toContain('history')
})

function versions(options: Surface) {
  return options.all({ css: '.version' })
}

function shown({ text }: { readonly text: string }): string {
  return text.trim()
}
