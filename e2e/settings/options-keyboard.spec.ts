import { expect, test } from '../../testing/browser-test'
import { editor } from '../../testing/pages/editor'
import type { OptionsPage } from '../../testing/pages/options-page'
import { configure } from '../../testing/steps/configure'
import { waitForPreview } from '../../testing/steps/preview'

/** More than a tab has controls. */
const steps = 34

for (const [tab, controls] of [
  ['roles', ['Import file', 'Export', 'Your list', 'Edit', 'Add role', 'Search the menu']],
  [
    'menu',
    [
      'Hide account ids',
      'Only matching roles',
      'System',
      'More about “Theme”',
      'Ask before switching to these groups',
    ],
  ],
  ['team', ['Team URL', 'Use it', 'Sync my list']],
] as const) {
  test(`Tab reaches every control of the tab ${tab}, each with a name and visible focus`, async ({
    driver,
  }) => {
    const options = await configure(
      driver,
      '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n',
    )
    await waitForPreview(options, 1)
    await options.open(tab)
    const reached = await reachedByTab(options)
    expect(reached).toEqual(expect.arrayContaining(['Menu', 'Save', 'Help', ...controls]))
  })
}

async function reachedByTab(options: OptionsPage): Promise<readonly string[]> {
  // Starts at the top.
  await options.click({ role: 'heading', name: 'Rolecall' })
  const reached = new Set<string>()
  for (let step = 0; step < steps; step++) {
    await options.press('Tab')
    await expect(async () => {
      const focus = await readFocus(options)
      // After the last control, Tab leaves the page.
      if (!focus) return
      expect(focus.name, focus.element).not.toBe('')
      expect(focus.isSeen, `the focus is seen on ${focus.element}`).toBe(true)
      reached.add(focus.name)
    }).toPass()
  }
  return [...reached]
}

test('shortcuts work with Caps Lock on and in layouts without Latin letters', async ({ driver }) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  for (const key of ['S', 'ы', 'Ы', 'σ']) {
    await options.write(`[by-${key}]\naws_account_id = 444455556666\nrole_name = Operator\n`)
    await expect.poll(() => unsavedMark(options)).toBe(true)
    expect(await options.editor.takesShortcut(key, 'KeyS')).toBe(true)
    await expect.poll(() => unsavedMark(options)).toBe(false)
  }
  await options.click(editor)
  expect(await options.editor.takesShortcut('а', 'KeyF')).toBe(true)
  await expect.poll(options.editor.isSearching).toBe(true)
})

function unsavedMark(options: OptionsPage): Promise<boolean> {
  return options.evaluate(() => document.title.startsWith('•'))
}

function readFocus(options: OptionsPage) {
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
