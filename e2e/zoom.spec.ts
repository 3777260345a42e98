import type { Surface } from './browsers/driver'
import { configure } from './steps/configure'
import { eventually } from './steps/eventually'
import { openMenu } from './steps/menu'
import { signIn } from './steps/sign-in'
import { expect, test } from './test'

declare const chrome: { readonly tabs: { setZoom(factor: number): Promise<void> } }

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\ncolor = #d13212\n'

test('at 200 % zoom nothing is cut off, and no page scrolls sideways', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.evaluate(() => chrome.tabs.setZoom(2))
  await eventually(async () => expect(await options.evaluate(() => innerWidth)).toBeLessThan(700))
  expect(await overflow(options)).toEqual([])
  await options.evaluate(() => chrome.tabs.setZoom(1))
  await signIn(driver, demo)
  expect(await overflow(await openMenu(driver))).toEqual([])
})

/** What reaches beyond the page's right edge. */
function overflow(surface: Surface): Promise<readonly string[]> {
  return surface.evaluate(() => {
    const width = document.documentElement.clientWidth
    const beyond = [...document.querySelectorAll('h1, h2, p, button, input, select, label')].filter(
      element => element.getBoundingClientRect().right > width + 1 && !element.closest('.cm-editor'),
    )
    const scrolls = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
    return [...scrolls, ...beyond.map(element => element.outerHTML.slice(0, 80))]
  })
}
