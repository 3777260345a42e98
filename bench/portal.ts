// `npm run bench:portal` fills a list from a large access portal that has too many requests now and then, and says how
// long each part takes. It needs about a quarter of an hour. `npm run bench:portal -- 200 firefox` takes 200 accounts.
import type { BrowserName } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { waitFor } from '../testing/browsers/wait'
import { startDemoConsole } from '../testing/demo-console'
import { mostPerSecond } from '../testing/most-per-second'
import { openOptions } from '../testing/steps/configure'
import { openMenu } from '../testing/steps/menu'
import { countsOf, manyAccounts, openPortal, portalRequests, searchPortal } from '../testing/steps/portal'

const [count = '2000', browser = 'chromium'] = process.argv.slice(2)
/** Longer than the search takes at its slower pace, in milliseconds. */
const searchTimeoutMs = 60_000 + Number(count) * 1_500
const accounts = manyAccounts(Number(count))
const demo = await startDemoConsole()
demo.behave({ portal: { accounts, shape: { throttle: { every: 1_000 } } } })
const driver = await launch(browser as BrowserName, {
  extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`,
  proxyPort: demo.proxyPort,
})
let since = performance.now()
const say = (what: string) => {
  const now = performance.now()
  console.log(`${((now - since) / 1_000).toFixed(1).padStart(7)} s  ${what}`)
  since = performance.now()
}
try {
  const menu = await searchPortal(driver, undefined, searchTimeoutMs)
  const title = await menu.portalTitle()
  const asked = portalRequests(demo)
  say(`${title}, by ${asked.length} requests, at most ${mostPerSecond(asked.map(({ at }) => at))} a second`)
  if (title?.replaceAll(',', '') !== `${countsOf(accounts)} in this portal`)
    throw new Error('The search isn’t complete.')

  const options = await openOptions(driver)
  say('the settings are open')
  await options.portal.open()
  await waitFor('the review', async () => (await options.portal.button()).startsWith('Import'))
  say('the review is there')
  await options.portal.import()
  await waitFor('the import', async () => (await options.undoable())?.startsWith('Imported'), {
    timeout: searchTimeoutMs,
  })
  say('the roles are imported')

  await openPortal(driver)
  const again = await openMenu(driver)
  await waitFor('the drift', async () => (await again.portal()).includes('Your list has all of them'))
  say('the menu finds no difference')
  await again.search(`account-${accounts.length - 1}`)
  await waitFor('the role', async () => (await again.roles()).length > 0)
  say('the last account’s role is found')
} finally {
  await driver.close()
  await demo.close()
}
