import { consolePatterns, sessionListPatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import type { Menu } from '../../testing/pages/menu'
import { shopList } from '../../testing/shop-list'
import { configure } from '../../testing/steps/configure'
import { grantedOrigins } from '../../testing/steps/granted-origins'
import { openMenu } from '../../testing/steps/menu'
import { engineer, signIn } from '../../testing/steps/sign-in'
import { switchTo } from '../../testing/steps/switch-to'

test.use({ driverOptions: { grants: [...consolePatterns, ...sessionListPatterns] } })

test('AWS’s list of sessions tells when they end and how many are open', async ({ driver, demo }) => {
  demo.behave({ sessionList: { how: 'lists', unit: 'seconds', minutes: 7 } })
  const options = await configure(driver, shopList)
  await options.settings.allowConsole()
  const multi = { ...engineer, mode: 'multi-session' } as const
  const base = await signIn(driver, demo, multi)
  // The page of another session has gone elsewhere: no tab tells of it.
  const elsewhere = await driver.open(demo.signInUrl({ ...multi, account: '222233334444' }))
  await expect(elsewhere).toShowConsole({ user: 'engineer' })
  await elsewhere.evaluate(url => location.assign(url), demo.signInPageUrl)
  await base.activate()
  const page = await switchTo(driver, 'shop')
  let menu = await openMenu(driver)
  await menu.close()
  expect(await clock(driver)).toBe('0 min')
  expect(await openCount(driver)).toBe('2 open sessions')

  await options.activate()
  await options.settings.turn({ role: 'checkbox', name: 'Ask AWS which sessions are open' }, true)
  await page.activate()
  await expect.poll(() => clock(driver)).toBe('7 min left')
  expect(await openCount(driver)).toBe('3 open sessions')
  menu = await openMenu(driver)
  await expect.poll(menu.clockTitle).toContain('AWS has told Rolecall when the session ends.')
  await menu.close()

  // What AWS answers otherwise changes nothing.
  for (const how of ['refuses', 'hangs', 'page', 'of another sign-in'] as const) {
    demo.behave({ sessionList: { how, unit: 'milliseconds', minutes: 3 } })
    expect(await clock(driver)).toBe('7 min left')
    expect(await openCount(driver)).toBe('3 open sessions')
  }
  demo.behave({ sessionList: { how: 'lists', unit: 'milliseconds', minutes: 3 } })
  await expect.poll(() => clock(driver)).toBe('3 min left')

  // It is given back once it is turned off.
  await options.activate()
  await options.settings.turn({ role: 'checkbox', name: 'Ask AWS which sessions are open' }, false)
  await expect.poll(() => grantedOrigins(driver)).not.toContain(sessionListPatterns[0])
})

/** Reads the clock once the menu has looked around. */
async function clock(driver: Driver): Promise<string | undefined> {
  return inMenu(driver, menu => menu.clock())
}

async function openCount(driver: Driver): Promise<string | undefined> {
  return inMenu(driver, async menu => (await menu.all({ role: 'button', name: /open session/ }))[0]?.name)
}

async function inMenu<Value>(driver: Driver, read: (menu: Menu) => Promise<Value>): Promise<Value> {
  const menu = await openMenu(driver)
  await expect
    .poll(() => menu.evaluate(() => performance.getEntriesByName('rolecall-settled').length))
    .toBe(1)
  const value = await read(menu)
  await menu.close()
  return value
}
