import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver, Surface } from '../../testing/browsers/driver'
import { waitFor } from '../../testing/browsers/wait'
import type { Who } from '../../testing/pages/console-page'
import type { Menu } from '../../testing/pages/menu'
import { shopList } from '../../testing/shop-list'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions } from '../../testing/steps/configure'
import { activeTab, who } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { ageSessions } from '../../testing/steps/starts'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

test.use({ driverOptions: { grants: consolePatterns } })

const text = shopList.replace('role_name', 'region = us-east-1\nrole_name')

const landing = { path: '/ec2/home', region: 'eu-west-1' }
const renew = { role: 'button', name: 'Renew' } as const

test('a press in the last minutes brings all tabs of a role into a new session', async ({ driver, demo }) => {
  demo.behave({ shape: { ended: 'sign-in' } })
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.settings.allowConsole()
  await options.open('log')
  await options.click({ label: 'Keep a log of switches' })
  await expect.poll(options.shownText).toContain('The log has no entries yet.')
  await signIn(driver, demo, { mode: 'multi-session', landing })
  const first = await switchTo(driver, 'shop')
  const old = await who(first)
  const { origin } = new URL(old?.url ?? '')
  const second = await driver.open(`${origin}/s3/home?region=us-east-1#buckets`)
  const more = [await driver.open(`${origin}/iam/home`), await driver.open(`${origin}/rds/home`)]
  const form = await driver.open(`${origin}/ec2/home?region=eu-west-1#LaunchInstances:`)
  await expect(form).toShowConsole({ region: 'eu-west-1' })
  await form.evaluate(() => document.body.append(document.createElement('textarea')))
  await form.fill({ role: 'textbox' }, 'not saved yet')
  const gone = await driver.open(demo.signInPageUrl)
  await first.activate()
  const tabs = [first, second, ...more, form, gone]
  const before = await loadTimes(tabs)
  await ageSessions(driver, 40)
  let menu = await openMenu(driver)
  expect(await menu.all(renew)).toEqual([])
  await menu.close()

  await ageSessions(driver, 55)
  menu = await askToRenew(driver)
  await expect.poll(menu.question).toContain('5 tabs load again, each on the page that it shows')
  await expectAccessible(menu, 'the question before a renewal')
  await menu.press('Escape')
  await expect.poll(menu.takesKeys).toBe(true)
  expect(await loadTimes(tabs)).toEqual(before)
  expect((await form.all({ role: 'textbox' }))[0]?.value).toBe('not saved yet')
  await menu.close()

  menu = await askToRenew(driver)
  await confirm(menu)
  const renewed = await newSession(first, old)
  expect(renewed.url).toContain('/ec2/home')
  const brought = await newSession(second, old)
  expect(brought.session).toBe(renewed.session)
  expect(brought.url).toMatch(/\/s3\/home\?region=us-east-1#buckets$/)
  for (const tab of [...more, form]) {
    await expect.poll(async () => (await who(tab))?.session).toBe(renewed.session)
  }
  expect((await who(form))?.url).toContain('#LaunchInstances:')
  expect(await loadTimes([gone])).toEqual(before.slice(-1))
  expect(demo.switches).toHaveLength(2)
  await expect.poll(() => clock(driver)).toBe('0 min')

  // Once it has ended, *Again* takes the other tabs along too.
  demo.endSessions('shop')
  await first.reload()
  menu = await openMenu(driver)
  await expect.poll(menu.rowNames).toContain('Again: shop, where you were · 4 more tabs')
  await menu.press('Enter')
  const again = await newSession(second, renewed)
  expect(again.session).toBe((await who(first))?.session)

  // Without the base account's session, the user is told what to do, and the page stays.
  demo.endSessions()
  await ageSessions(driver, 55)
  const [loaded] = await loadTimes([first])
  await first.activate()
  menu = await askToRenew(driver)
  await confirm(menu)
  await expect(menu).toSay('Sign in to identity in this tab.')
  expect(await loadTimes([first])).toEqual([loaded])
  await menu.close()

  // Each session is logged, with its duration once another one has followed.
  await options.activate()
  const entry = (duration: string) => [
    expect.any(String),
    'shop Operator',
    '3333-4444-5555',
    duration,
    'Menu',
    '',
  ]
  await expect.poll(options.log.rows).toEqual([entry('Unknown'), entry('0 min'), entry('0 min')])
})

test('in classic mode, the tab is renewed in place', async ({ driver, demo }) => {
  await storeList(driver, shopList)
  await signIn(driver, demo, { landing })
  const page = await switchTo(driver, 'shop')
  await ageSessions(driver, 55)
  const menu = await askToRenew(driver)
  await expect.poll(menu.question).toContain('anything you’ve typed there and not saved is lost')
  await confirm(menu)
  await expect(menu).toBeClosed()
  expect(demo.switches).toHaveLength(2)
  await expect(page).toShowConsole({ 'role-name': 'Operator' })
  expect((await who(page))?.url).toContain('/ec2/home')
  await expect.poll(() => clock(driver)).toBe('0 min')
})

test('a portal role is renewed through its link', async ({ driver, demo }) => {
  demo.behave({ portalMode: 'multi-session' })
  await storeList(
    driver,
    `[reader]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 111122223333
sso_role_name = Reader
region = eu-west-1`,
  )
  await driver.open('about:blank')
  let menu = await openMenu(driver)
  await menu.type('reader')
  await menu.press('Enter')
  const page = await waitFor('the portal role’s console', async () => {
    const tab = await activeTab(driver)
    return (await who(tab)) && tab
  })
  const old = await who(page)
  // The page is in another region than the role's profile says.
  const url = `https://${old?.session}.us-east-1.console.aws.amazon.com/s3/home?region=us-east-1`
  await page.evaluate(url => location.assign(url), url)
  await expect(page).toShowConsole({ region: 'us-east-1' })
  await (await openMenu(driver)).close()
  await ageSessions(driver, 55)
  menu = await askToRenew(driver)
  await confirm(menu)
  const renewed = await newSession(page, old)
  expect(renewed.region).toBe('us-east-1')
  expect(new URL(renewed.url).pathname).toBe('/s3/home')
  expect(demo.switches).toHaveLength(2)
})

/** Waits until the page is in another session than before. */
function newSession(page: Surface, before: Who | undefined): Promise<Who> {
  return waitFor('the new session', async () => {
    const shown = await who(page)
    return shown?.session !== before?.session && shown
  })
}

/** Opens the menu and presses *Renew*. */
async function askToRenew(driver: Driver): Promise<Menu> {
  const menu = await openMenu(driver)
  await expect.poll(() => menu.all(renew)).toHaveLength(1)
  await menu.click(renew)
  await expect.poll(menu.question).toBeDefined()
  return menu
}

async function confirm(menu: Menu): Promise<void> {
  await expect.poll(() => menu.canConfirm('Renew')).toBe(true)
  await menu.press('Enter')
}

async function clock(driver: Driver): Promise<string | undefined> {
  const menu = await openMenu(driver)
  const shown = await menu.clock()
  await menu.close()
  return shown
}

/** When the pages were loaded. */
function loadTimes(pages: readonly Surface[]): Promise<readonly number[]> {
  return Promise.all(pages.map(page => page.evaluate(() => performance.timeOrigin)))
}
