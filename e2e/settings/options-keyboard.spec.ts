import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { configure, editor } from '../../testing/steps/configure'
import { eventually } from '../../testing/steps/eventually'
import { waitForPreview } from '../../testing/steps/preview'

/** More than the page has controls. */
const steps = 40

test('Tab reaches every control of the options page, each with a name and visible focus', async ({
  driver,
}) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await waitForPreview(options, 1)
  // Starts at the top.
  await options.click({ role: 'heading', name: 'Rolecall' })
  const reached = new Set<string>()
  for (let step = 0; step < steps; step++) {
    await options.press('Tab')
    await eventually(async () => {
      const focus = await readFocus(options)
      // After the last control, Tab leaves the page.
      if (!focus) return
      expect(focus.name, focus.element).not.toBe('')
      expect(focus.isSeen, `the focus is seen on ${focus.element}`).toBe(true)
      reached.add(focus.name)
    })
  }
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'Import file',
      'Export',
      'Save',
      'Your list',
      'Edit',
      'Add role',
      'Search the menu',
      'Hide account ids',
      'Only roles that match my current role',
      'System',
      'Export for the AWS CLI',
    ]),
  )
})

test('shortcuts work with Caps Lock on and in layouts without Latin letters', async ({ driver }) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  const press = (key: string, code: string) =>
    options.evaluate(
      (key, code) => {
        const how = { key, code, ctrlKey: true, bubbles: true, cancelable: true }
        const event = new KeyboardEvent('keydown', how)
        document.querySelector('.cm-content')?.dispatchEvent(event)
        // Otherwise the browser's own dialog would open.
        return event.defaultPrevented
      },
      key,
      code,
    )
  for (const key of ['S', 'ы', 'Ы', 'σ']) {
    await options.fill(editor, `[by-${key}]\naws_account_id = 444455556666\nrole_name = Operator\n`)
    await eventually(async () => expect(await unsavedMark(options)).toBe(true))
    expect(await press(key, 'KeyS')).toBe(true)
    await eventually(async () => expect(await unsavedMark(options)).toBe(false))
  }
  await options.click(editor)
  expect(await press('а', 'KeyF')).toBe(true)
  await eventually(async () => expect(await options.all({ css: '.cm-search' })).toHaveLength(1))
})

function unsavedMark(options: Surface): Promise<boolean> {
  return options.evaluate(() => document.title.startsWith('•'))
}

function readFocus(options: Surface) {
  return options.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body || !document.hasFocus()) return undefined
    const shown = element.closest('label.button, .segments label, .cm-editor') ?? element
    const { labels } = element as HTMLInputElement
    return {
      element: element.outerHTML.slice(0, 120),
      name: (element.ariaLabel ?? labels?.[0]?.textContent ?? element.textContent ?? '').trim(),
      isSeen:
        [element, shown].some(one => getComputedStyle(one).outlineStyle !== 'none') ||
        getComputedStyle(shown, '::after').borderStyle === 'solid',
    }
  })
}
