import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import type { OptionsPage } from '../../testing/pages/options-page'
import { expectAccessible } from '../../testing/steps/axe'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRoleNamed, who } from '../../testing/steps/console'
import { markOf } from '../../testing/steps/mark-of'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { switchTo } from '../../testing/steps/switch-to'
import { groupedTabs, tabGroups, undoGroup } from '../../testing/steps/tab-groups'

const grants = [...consolePatterns, 'tabGroups']

test.use({ driverOptions: { grants } })

const text = `
[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
color = d13212

[warehouse]
source_profile = identity
aws_account_id = 555566667777
role_name = Operator
color = 1d8102
`

const groups = { role: 'checkbox', name: 'Group each open role’s tabs' } as const
const signsOut = { role: 'checkbox', name: 'Sign out when the group is closed' } as const
const inTitle = { role: 'checkbox', name: 'Name before the title' } as const
const multiSession = { mode: 'multi-session' } as const

async function turn(
  options: OptionsPage,
  box: typeof groups | typeof signsOut | typeof inTitle,
  on: boolean,
): Promise<void> {
  await options.activate()
  await options.settings.turn(box, on)
}

/** Returns the groups' titles and colors, with the number of tabs in each. */
async function shown(driver: Driver): Promise<readonly string[]> {
  return (await tabGroups(driver))
    .map(({ title, color, hosts }) => `${title} ${color} ${hosts.length}`)
    .sort()
}

async function expectGroups(driver: Driver, ...wanted: readonly string[]): Promise<void> {
  await expect.poll(() => shown(driver)).toEqual(wanted)
}

test('the tabs of each role stand in a group of its name and color, while the user wants it', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await switchTo(driver, 'payments')
  await turn(options, groups, true)
  await expectAccessible(options, 'the settings of tab groups')
  // Also for a session that was already open. The base account has no group.
  await expectGroups(driver, 'payments red 1')

  // A second tab of the session, and a second session.
  await base.activate()
  await switchTo(driver, 'payments', 'Control+Enter')
  await expectGroups(driver, 'payments red 2')
  await base.activate()
  await switchTo(driver, 'warehouse')
  await expectGroups(driver, 'payments red 2', 'warehouse green 1')

  // The browser may stop the background script at any time.
  await driver.stopBackground()
  await base.activate()
  await switchTo(driver, 'payments', 'Control+Enter')
  await expectGroups(driver, 'payments red 3', 'warehouse green 1')
  expect((await tabGroups(driver)).every(({ hosts }) => new Set(hosts).size === 1)).toBe(true)

  // If the user takes a tab out, it stays out, even with a new page.
  await undoGroup(driver, 'warehouse', 'ungroup')
  await expectGroups(driver, 'payments red 3')
  const loose = await switchTo(driver, 'warehouse')
  await loose.reload()
  await base.activate()
  await switchTo(driver, 'payments', 'Control+Enter')
  await expectGroups(driver, 'payments red 4')

  const before = (await driver.tabs()).length
  await turn(options, groups, false)
  await expect.poll(() => groupedTabs(driver)).toBe(0)
  expect((await driver.tabs()).length).toBe(before)
  const allowed = await driver.evaluateInBackground(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { contains(what: object): Promise<boolean> } }
    }
    return chrome.permissions.contains({ permissions: ['tabGroups'] })
  })
  expect(allowed).toBe(false)
})

test('roles that are opened at once get a group each', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await turn(options, groups, true)
  await signIn(driver, demo, multiSession)
  const popup = await openMenu(driver)
  await popup.press('Control+a')
  await expect(popup).toSay('2 roles are ticked.')
  await popup.press('Enter')
  await expect(popup).toSay('This page is open in 2 roles.')
  await expectGroups(driver, 'payments red 1', 'warehouse green 1')
  // Its tabs went to the background: the menu is still there.
  await popup.click({ role: 'button', name: 'Go to tab: warehouse' })
  await waitForRoleNamed(driver, 'warehouse')
})

test('a tab in a role’s group says the name once', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await turn(options, inTitle, true)
  await base.activate()
  const payments = await switchTo(driver, 'payments')
  await expect(payments).toBeTitled(/^payments · /)
  await turn(options, groups, true)
  await expectGroups(driver, 'payments red 1')
  await payments.activate()
  await expect(payments).toBeTitled(/^(?!payments)/)
  // The base account has no group.
  await base.activate()
  await expect(base).toBeTitled(/^identity · /)
  // Nor has a tab that the user takes out.
  await undoGroup(driver, 'payments', 'ungroup')
  await expectGroups(driver)
  await payments.reload()
  await expect(payments).toBeTitled(/^payments · /)
})

test('a closed group signs its session out, where the user wants it', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await turn(options, groups, true)
  await base.activate()
  const payments = await switchTo(driver, 'payments')
  const address = await payments.url()
  await base.activate()
  await switchTo(driver, 'payments', 'Control+Enter')
  await expectGroups(driver, 'payments red 2')

  // In the initial state, closing a group just closes it.
  await undoGroup(driver, 'payments', 'close')
  await expectGroups(driver)
  const again = await driver.open(address)
  expect(await who(again)).toMatchObject({ 'display-name': 'payments' })
  await expectGroups(driver, 'payments red 1')

  await turn(options, signsOut, true)
  const before = (await driver.tabs()).length
  await undoGroup(driver, 'payments', 'close')
  await expect.poll(() => driver.tabs()).toHaveLength(before - 1)
  await expect(async () => {
    const signedOut = await driver.open(address)
    const said = await who(signedOut)
    await signedOut.close()
    expect(said).toBeUndefined()
  }).toPass()
  await base.activate()
  const popup = await openMenu(driver)
  expect((await popup.all({ role: 'option' })).filter(({ name }) => / open /.test(name))).toEqual([])
})

test('a page that says it is another session has only its own signed out', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  const base = await signIn(driver, demo, multiSession)
  const victim = await base.url()
  const { session: sessionDifferentiator } = (await who(base)) ?? {}
  await turn(options, groups, true)
  await turn(options, signsOut, true)
  await turn(options, inTitle, true)
  await base.activate()
  const liar = await switchTo(driver, 'payments')
  const own = await liar.url()
  await base.close()
  demo.behave({ page: { sessionData: { sessionDifferentiator } } })
  await liar.reload()
  // The tab has been checked once its page has had an answer.
  await expect.poll(async () => (await markOf(driver, liar))?.color).toBe('d13212')
  await options.activate()
  await liar.close()
  demo.behave({ page: {} })
  await expect(async () => {
    const page = await driver.open(own)
    const said = await who(page)
    await page.close()
    expect(said).toBeUndefined()
  }).toPass()
  expect(await who(await driver.open(victim))).toBeDefined()
})

test('after a restart of the browser there is no second group', async ({ launchDriver, demo }, testInfo) => {
  const profile = testInfo.outputPath('profile')
  let driver = await launchDriver({ grants, profile })
  const options = await configure(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await turn(options, groups, true)
  await base.activate()
  await switchTo(driver, 'payments')
  await expectGroups(driver, 'payments red 1')
  await base.activate()
  await switchTo(driver, 'payments', 'Control+Enter')
  await expectGroups(driver, 'payments red 2')
  await driver.close()

  driver = await launchDriver({ grants, profile, restoreTabs: true })
  await expect.poll(async () => (await tabGroups(driver)).map(({ title }) => title)).toEqual(['payments'])
  await signIn(driver, demo, multiSession)
  await switchTo(driver, 'payments', 'Shift+Enter')
  await expect(async () => {
    const found = await tabGroups(driver)
    expect(found.map(({ title }) => title)).toEqual(['payments'])
    expect(found[0]?.hosts).toContain(new URL(await (await activeTab(driver)).url()).host)
  }).toPass()
})
