import { configure } from './steps/configure'
import { waitForPreview } from './steps/preview'
import { expect, test } from './test'

test('Tab reaches every control of the options page, each with a name and visible focus', async ({
  driver,
}) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await waitForPreview(options, 1)
  const reached = new Set<string>()
  for (let step = 0; step < 45; step++) {
    await options.press('Tab')
    const focus = await options.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || !document.hasFocus()) return undefined
      const shown =
        element.closest('label.button, .segments label') ?? element.closest('.cm-editor') ?? element
      const { outlineStyle, boxShadow } = getComputedStyle(shown)
      const own = getComputedStyle(element)
      return {
        what: element.outerHTML.slice(0, 120),
        label:
          element.ariaLabel ??
          (element as HTMLInputElement).labels?.[0]?.textContent ??
          element.textContent ??
          '',
        visible:
          [outlineStyle, own.outlineStyle].some(style => style !== 'none') ||
          boxShadow !== 'none' ||
          getComputedStyle(shown, '::after').borderStyle === 'solid',
      }
    })
    if (!focus) continue
    expect(focus.label.trim(), focus.what).not.toBe('')
    expect(focus.visible, `the focus shows on ${focus.what}`).toBe(true)
    reached.add(focus.label.trim())
  }
  for (const name of [
    'Import file',
    'Export',
    'Save',
    'Configuration',
    'Add role',
    'Search the menu',
    'Hide account ids',
  ]) {
    expect([...reached]).toContain(name)
  }
})
