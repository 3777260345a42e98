import { expect, test } from '../../testing/browser-test'
import { defaultPortal } from '../../testing/demo-console/portal-shape'
import { expectAccessible } from '../../testing/steps/axe'
import { activeTab } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import {
  countsOf,
  expectAllowedRequests,
  manyAccounts,
  openPortal,
  portalRequests,
  portalUrl,
  searchPortal,
  waitForSearch,
} from '../../testing/steps/portal'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const stop = { role: 'button', name: 'Stop' } as const
const goOn = { role: 'button', name: 'Continue' } as const
const again = { role: 'button', name: 'Look again' } as const

const list = (portal: string) => `
[sso-session work]
sso_start_url = ${portal}
sso_region = eu-west-1

[profile shop]
sso_session = work
sso_account_id = 333344445555
sso_role_name = Operator

[profile old]
sso_session = work
sso_account_id = 444455556666
sso_role_name = Operator

[profile elsewhere]
sso_start_url = https://other.awsapps.com/start
sso_account_id = 444455556666
sso_role_name = Reader
sso_region = eu-west-1
`

test('with an empty list, the portal’s roles are found, searched and opened', async ({ driver, demo }) => {
  const menu = await searchPortal(driver)
  await expect.poll(menu.portalTitle).toBe('3 accounts and 6 roles in this portal')
  await expect.poll(menu.portal).toContain('6 roles aren’t in your list yet.')
  await expect(menu).toShow({ role: 'button', name: 'Review' })
  await expectAccessible(menu, 'the menu on a portal')
  await menu.search('prod power')
  await expect.poll(menu.rowNames).toEqual([expect.stringContaining('Shop production / Power_User')])
  await menu.press('Enter')
  await expect(driver).toShowConsole({
    account: '333344445555',
    user: 'AWSReservedSSO_Power_User_0123456789abcdef/engineer@example.com',
  })
  expectAllowedRequests(demo)
})

test('what is new and what is gone is counted, and what is known keeps its name', async ({
  driver,
  demo,
}) => {
  await storeList(driver, list('https://counted.awsapps.com/start'))
  let menu = await searchPortal(driver, 'https://counted.awsapps.com/start/#/')
  await expect.poll(menu.portal).toContain('5 roles aren’t in your list yet.')
  await expect.poll(menu.portal).toContain('You can no longer use 1 role in your list.')
  await expect.poll(menu.roleCount).toBe(8)
  await menu.search('production')
  const names = await menu.rowNames()
  expect(names.filter(name => name.includes('Not in your list yet'))).toHaveLength(2)
  await menu.search('shop')
  await expect.poll(menu.roles).toContain('shop')
  await menu.press('Escape')
  await menu.press('Escape')

  // On other pages there are only the list's own roles.
  const asked = portalRequests(demo).length
  await signIn(driver, demo)
  menu = await openMenu(driver)
  await expect(menu).toShowRoles('shop', 'old', 'elsewhere')
  expect(await menu.portal()).toBe('')
  expect(portalRequests(demo)).toHaveLength(asked)
})

test('nothing is asked before the press, and not again within minutes unless the user wants it', async ({
  driver,
  demo,
}) => {
  const url = 'https://pressed.awsapps.com/start'
  await openPortal(driver, url)
  await driver.open('about:blank')
  const blank = await openPopup(driver)
  await expect(blank).toSay('No roles yet')
  await blank.press('Escape')
  expect(portalRequests(demo)).toEqual([])
  let menu = await searchPortal(driver, url)
  const asked = portalRequests(demo).length
  await menu.press('Escape')
  menu = await openPopup(driver)
  await waitForSearch(menu)
  await expect.poll(menu.portalTitle).toBe('3 accounts and 6 roles in this portal')
  expect(portalRequests(demo)).toHaveLength(asked)
  demo.behave({ portal: { accounts: manyAccounts(2) } })
  await menu.click(again)
  await expect.poll(menu.portalTitle).toBe('2 accounts and 3 roles in this portal')
  expectAllowedRequests(demo)
})

test('a search goes on without the menu, stops when told to, and goes on from there', async ({
  driver,
  demo,
}) => {
  const accounts = manyAccounts(16)
  demo.behave({ portal: { accounts } })
  demo.answerPortals(5)
  await openPortal(driver, 'https://stopped.awsapps.com/start')
  let menu = await openPopup(driver)
  await expect.poll(menu.portalTitle).toMatch(/^16 accounts and [1-9]\d* roles? so far$/)
  await expectAccessible(menu, 'the menu while it looks for roles')
  await menu.press('Escape')
  demo.answerPortals(9)
  await expect.poll(() => portalRequests(demo)).toHaveLength(10)

  menu = await openPopup(driver)
  await menu.click(stop)
  await expect(menu).toShow(goOn)
  await expect.poll(menu.portal).toMatch(/You stopped before \d+ accounts were/)
  const found = await menu.roleCount()
  expect(found).toBeGreaterThan(0)
  demo.answerPortals(Number.POSITIVE_INFINITY)
  await menu.press('Escape')
  menu = await openPopup(driver)
  await expect(menu).toShow(goOn)
  await expect.poll(menu.roleCount).toBeGreaterThanOrEqual(found)
  expect(portalRequests(demo)).toHaveLength(10)
  await menu.click(goOn)
  await expect.poll(menu.portalTitle, { timeout: 30_000 }).toBe(`${countsOf(accounts)} in this portal`)
  const paths = portalRequests(demo).map(({ path }) => path)
  // None but the one that was under way may be asked for again.
  expect(paths.length - new Set(paths).size).toBeLessThanOrEqual(1)
})

test('a search ends when the tab leaves the portal, keeps what it found, and goes on at the next press', async ({
  driver,
  demo,
}) => {
  const accounts = manyAccounts(12)
  demo.behave({ portal: { accounts } })
  demo.answerPortals(6)
  const url = 'https://left.awsapps.com/start'
  const tab = await openPortal(driver, url)
  let menu = await openPopup(driver)
  await expect.poll(menu.portalTitle).toMatch(/^12 accounts and [1-9]\d* roles? so far$/)
  await menu.press('Escape')
  await expect.poll(() => portalRequests(demo)).toHaveLength(7)
  await tab.evaluate(() => location.assign('https://us-east-1.console.aws.amazon.com/console/home'))
  await expect(tab).toBeAt(/console\.aws\.amazon\.com/)
  demo.answerPortals(Number.POSITIVE_INFINITY)
  // A search that went on would ask while the menu opens twice.
  for (const _ of ['once', 'twice']) await (await openPopup(driver)).press('Escape')
  expect(portalRequests(demo)).toHaveLength(7)
  menu = await searchPortal(driver, url)
  await expect.poll(menu.portalTitle).toBe(`${countsOf(accounts)} in this portal`)
  const paths = portalRequests(demo).map(({ path }) => path)
  // What came in the last second before may be asked for again, but no list is.
  expect(paths.filter(path => path.endsWith('appinstances'))).toHaveLength(1)
})

test('a sign-in that ends halfway loses nothing, and the search goes on after the next', async ({
  driver,
  demo,
}) => {
  const accounts = manyAccounts(8)
  demo.behave({ portal: { accounts, shape: { ends: { after: 5, how: 401 } } } })
  const url = 'https://ended.awsapps.com/start'
  let menu = await searchPortal(driver, url)
  await expect.poll(menu.portalTitle).toMatch(/^8 accounts and [1-9]\d* roles so far$/)
  await expect.poll(menu.portal).toContain('Sign in again, then continue.')
  await expect.poll(menu.roleCount).toBeGreaterThan(0)
  await expectAccessible(menu, 'the menu on a portal that one is signed out of')
  await menu.press('Escape')
  // The page signs in by itself.
  menu = await searchPortal(driver, url)
  await expect.poll(menu.portalTitle).toBe(`${countsOf(accounts)} in this portal`)
})

test('a portal that one isn’t signed in to leads to another page, which isn’t asked', async ({
  driver,
  demo,
}) => {
  demo.behave({ portal: { asksToSignIn: true } })
  const tab = await openPortal(driver, 'https://asks.awsapps.com/start')
  await expect(tab).toBeAt(/^https:\/\/eu-west-1\.signin\.aws\//)
  let menu = await openPopup(driver)
  await expect(menu).toSay('No roles yet')
  expect(portalRequests(demo)).toEqual([])
  await menu.press('Escape')
  await tab.click({ role: 'link', name: /^Sign in as/ })
  await expect(tab).toBeAt('https://asks.awsapps.com/start')
  menu = await openPopup(driver)
  await waitForSearch(menu)
  await expect.poll(menu.portalTitle).toBe('3 accounts and 6 roles in this portal')
})

test('thirty accounts come in complete with too many requests on the way', async ({ driver, demo }) => {
  test.setTimeout(120_000)
  const accounts = manyAccounts(30)
  demo.behave({ portal: { accounts, shape: { throttle: { every: 11, retryAfter: 'seconds' } } } })
  const menu = await searchPortal(driver, 'https://busy.awsapps.com/start', 90_000)
  await expect.poll(menu.portalTitle).toBe(`${countsOf(accounts)} in this portal`)
  const asked = portalRequests(demo)
  expect(asked.length).toBeGreaterThan(31)
  expectAllowedRequests(demo)
})

test('a search goes on after the browser has stopped the background script', async ({ driver, demo }) => {
  const accounts = manyAccounts(12)
  demo.behave({ portal: { accounts } })
  demo.answerPortals(6)
  await openPortal(driver, 'https://asleep.awsapps.com/start')
  let menu = await openPopup(driver)
  await expect.poll(menu.portalTitle).toMatch(/^12 accounts and [1-9]\d* roles? so far$/)
  await menu.press('Escape')
  await expect.poll(() => portalRequests(demo)).toHaveLength(7)
  await driver.stopBackground()
  demo.answerPortals(Number.POSITIVE_INFINITY)
  menu = await openPopup(driver)
  await waitForSearch(menu)
  await expect.poll(menu.portalTitle).toBe(`${countsOf(accounts)} in this portal`)
  const lists = portalRequests(demo).filter(({ path }) => path.endsWith('appinstances'))
  expect(lists).toHaveLength(1)
})

test('a role that was found opens from its row', async ({ driver }) => {
  const menu = await searchPortal(driver, portalUrl)
  const portal = await activeTab(driver)
  await menu.search('payments')
  await expect.poll(menu.rowNames).toEqual([expect.stringContaining('Payments / Billing')])
  await menu.click({ role: 'option' })
  await expect(driver).toShowConsole({ account: '012345678901' })
  expect(await activeTab(driver)).not.toBe(portal)
})

test('a portal with a fault, and one that can’t be reached, are said to be so, and the search goes on', async ({
  driver,
  demo,
}) => {
  test.setTimeout(120_000)
  // The first question is asked once, and three times again.
  demo.behave({ portal: { shape: { down: { status: 503, times: 4 } } } })
  const menu = await searchPortal(driver, 'https://faulty.awsapps.com/start', 60_000)
  await expect.poll(menu.portalTitle).toBe('Rolecall couldn’t read this portal')
  await expect.poll(menu.portal).toContain('it answered with status 503')
  await expectAccessible(menu, 'the menu on a portal with a fault')
  demo.behave({ portal: { shape: { down: { status: 'cut', times: Number.POSITIVE_INFINITY } } } })
  await menu.click(goOn)
  await expect.poll(menu.portal, { timeout: 60_000 }).toContain('The portal can’t be reached.')
  demo.behave({ portal: { shape: {} } })
  await menu.click(goOn)
  await expect.poll(menu.portalTitle, { timeout: 30_000 }).toBe('3 accounts and 6 roles in this portal')
  expectAllowedRequests(demo)
})

test('a portal that isn’t understood gives a report of its answers, without what they said', async ({
  driver,
  demo,
}) => {
  await storeList(driver, list('https://other.awsapps.com/start'))
  demo.behave({ portal: { unfolded: 2, shape: { ways: [], otherwise: 'another shape' } } })
  let menu = await searchPortal(driver, 'https://changed.awsapps.com/start')
  await expect.poll(menu.portalTitle).toBe('Rolecall found only part of your roles')
  await menu.click({ role: 'button', name: 'Copy report' })
  await expect.poll(menu.portal).toContain('Report copied.')
  await menu.press('Escape')
  // Gets the text out of the clipboard.
  await driver.open('about:blank')
  menu = await openMenu(driver)
  await menu.press('Control+v')
  await expect.poll(menu.query).toMatch(/portal: <name>\.awsapps\.com\/start, region named/)
  const report = (await menu.query()) ?? ''
  expect(report).toMatch(/GET \/api\/portal\/instance\/appinstances: 200, application\/json: \{/)
  for (const { id, name, roles } of defaultPortal.accounts) {
    for (const told of [id, name, ...roles, 'of-nobody']) expect(report).not.toContain(told)
  }
})
