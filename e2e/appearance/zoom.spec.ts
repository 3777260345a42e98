import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import type { Menu } from '../../testing/pages/menu'
import { configure } from '../../testing/steps/configure'
import { beyond } from '../../testing/steps/cut-off'
import { openMenu, openPopup, waitForMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

declare const chrome: { readonly tabs: { setZoom(factor: number): Promise<void> } }

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\ncolor = #d13212\n'

test('at 200 % zoom nothing of the options page is cut off, and it does not scroll sideways', async ({
  driver,
}) => {
  const options = await configure(driver, text)
  await options.evaluate(() => chrome.tabs.setZoom(2))
  await expect.poll(() => options.evaluate(() => innerWidth)).toBeLessThan(700)
  expect(await beyond(options, 'right')).toEqual([])
  await options.evaluate(() => chrome.tabs.setZoom(1))
})

test.describe('the popup at 200 % zoom', () => {
  test.use({ driverOptions: { zoom: 2 } })

  const many = Array.from(
    { length: 30 },
    (_, index) => `[role-${index + 10}]\naws_account_id = 444455556666\nrole_name = Operator\n`,
  ).join('\n')
  const hidden = Array.from(
    { length: 12 },
    (_, index) => `
[base-${index}]
aws_account_id = 2222333344${10 + index}

[hidden-${index}]
source_profile = base-${index}
aws_account_id = 444455556666
role_name = Operator
`,
  ).join('')

  test('the menu is whole, and every row is reached', async ({ driver, demo }) => {
    await storeList(driver, many + hidden)
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await expectWhole(popup)
    await popup.press('End')
    await expect.poll(popup.activeRole).toBe('role-39')
    expect(await isInView(popup, '[aria-selected="true"]')).toBe(true)
    await popup.click({ role: 'button', name: '12 hidden' })
    await expect(popup).toShow({ role: 'listitem' }, 12)
    await expectWhole(popup)
    await popup.press('Escape')
    await waitForMenu(popup)
    await popup.search('zzzz')
    await expect(popup).toSay('No role matches')
    await expectWhole(popup)
  })

  test('a refusal leaves room for the search box and a row', async ({ driver, demo }) => {
    await storeList(driver, many)
    await signIn(driver, demo, { mode: 'multi-session' })
    demo.refuseNext('UNAUTHORIZED', 'Your session may not assume the role. '.repeat(10))
    const popup = await openMenu(driver)
    await popup.press('Enter')
    await expect(popup).toSay('Couldn’t switch to role-10')
    await expectWhole(popup)
    expect(await isInView(popup, '[aria-selected="true"]')).toBe(true)
  })

  test('where there is no menu, what is said and its button are whole', async ({ driver, demo }) => {
    await signIn(driver, demo)
    const popup = await openPopup(driver)
    await expect(popup).toSay('No roles yet')
    await expectWhole(popup)
    expect(await isInView(popup, '.notice .button')).toBe(true)
  })
})

/**
 * Waits until the popup shows everything from header to footer, with nothing beyond its edges except inside a scroller.
 */
async function expectWhole(popup: Menu): Promise<void> {
  await expect(async () => {
    expect(await beyond(popup, 'right')).toEqual([])
    expect(await beyond(popup, 'bottom')).toEqual([])
  }).toPass()
}

/** Whether the element is completely in the viewport, and nothing covers it. */
function isInView(surface: Surface, selector: string): Promise<boolean> {
  return surface.evaluate(selector => {
    const element = document.querySelector(selector)
    const { left = 0, top = 0, right = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {}
    const shown = [top + 2, bottom - 2].map(y => document.elementFromPoint((left + right) / 2, y))
    return shown.every(one => one !== null && element?.contains(one) === true)
  }, selector)
}
