import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { waitFor } from '../../testing/browsers/wait'
import { generatedBase, generatedConfiguration } from '../../testing/generators/generated-configuration'
import { menu as menuOf } from '../../testing/pages/menu'
import { expectAccessible } from '../../testing/steps/axe'
import { badge } from '../../testing/steps/badge'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRole, waitForRoleNamed } from '../../testing/steps/console'
import { labelOf } from '../../testing/steps/mark-of'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { engineer, signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[reader]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 222233334444
sso_role_name = Reader

[shop]
source_profile = reader
role_arn = arn:aws:iam::444455556666:role/Operator

[archive]
source_profile = shop
role_arn = arn:aws:iam::555566667777:role/Archivist

[vault]
source_profile = archive
role_arn = arn:aws:iam::666677778888:role/Keeper

[payments]
aws_account_id = 888899990000
role_name = Operator
`

/** Chooses the profile on the current page, and waits until the base account’s console asks for a press. */
async function chooseFromAnywhere(driver: Driver, profile: string): Promise<void> {
  const menu = await openMenu(driver)
  await menu.type(profile)
  await menu.press('Enter')
  await expect(driver).toShowConsole({ account: '222233334444' })
  await untilAsked(driver, profile)
}

async function untilAsked(driver: Driver, profile: string): Promise<void> {
  await expect(driver).toHaveBadge({ text: '↵', title: `Press to continue to ${profile}` })
}

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a role whose base account is a portal role opens from any page, in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    demo.behave({ portalMode: mode })
    await storeList(driver, text)
    await driver.open('about:blank')
    const menu = await openMenu(driver)
    await expect.poll(menu.roles).toEqual(['reader', 'shop', 'archive'])
    expect((await menu.rowNames())[1]).toContain('Through reader')
    expect((await menu.rowNames())[2]).toContain('Through reader and shop')
    await expectAccessible(menu, 'the menu with roles through a portal')
    await menu.press('Escape')
    await chooseFromAnywhere(driver, 'shop')
    await openPopup(driver)
    await waitForRoleNamed(driver, 'shop')
    expect(demo.switches.map(({ outcome }) => outcome.kind)).toEqual(['switched', 'switched'])
  })
}

test('of 10,000 roles whose base account is a portal role, one opens from any page', async ({
  driver,
  demo,
}) => {
  demo.behave({ portalMode: 'multi-session' })
  const base = `sso_start_url = https://example.awsapps.com/start
sso_account_id = 222233334444
sso_role_name = Reader`
  await storeList(
    driver,
    generatedConfiguration(10_000).replace(
      `aws_account_id = ${generatedBase}\ntarget_region = eu-west-1`,
      base,
    ),
  )
  await driver.open('about:blank')
  const menu = await openMenu(driver)
  await expect.poll(menu.roleCount).toBe(10_001)
  await menu.press('Escape')
  const profile = 'atlas-billing-production-0'
  await chooseFromAnywhere(driver, profile)
  await openPopup(driver)
  await waitForRoleNamed(driver, profile)
})

test('the page one is on opens in the role, and nothing is left for the next press', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo, { landing: { path: '/ec2/home#Instances:', region: 'eu-west-3' } })
  await driver.stopBackground()
  await chooseFromAnywhere(driver, 'shop')
  await openPopup(driver)
  await waitForRoleNamed(driver, 'shop')
  expect(await waitForRole(driver)).toMatchObject({ region: 'eu-west-3' })
  expect(await (await activeTab(driver)).url()).toContain('/ec2/home?region=eu-west-3#Instances:')
  const menu = await openMenu(driver)
  expect(await menu.says()).not.toContain('shop isn')
  expect(demo.switches).toHaveLength(2)
})

test('a press before the console is there says so, and the next one continues', async ({ driver, demo }) => {
  demo.behave({ portal: { asksToSignIn: true } })
  await storeList(driver, text)
  await driver.open('about:blank')
  const menu = await openMenu(driver)
  await menu.type('shop')
  await menu.press('Enter')
  await untilAsked(driver, 'shop')
  const early = await openMenu(driver)
  await expect(early).toSay('shop isn’t open yet')
  await expect(early).toSay('Finish signing in to reader here')
  await expectAccessible(early, 'the menu before the console is there')
  await early.press('Escape')
  expect(demo.switches).toHaveLength(0)
  const tab = await activeTab(driver)
  await tab.evaluate(url => location.assign(url), demo.signInUrl(portalUser))
  await expect(driver).toShowConsole({ account: '222233334444' })
  await untilAsked(driver, 'shop')
  await openPopup(driver)
  await waitForRoleNamed(driver, 'shop')
})

const portalUser = {
  ...engineer,
  account: '222233334444',
  user: { kind: 'identity-center', permissionSet: 'Reader', name: 'engineer@example.com' },
} as const

test('a console of another account, or of nobody, says so and ends it', async ({ driver, demo }) => {
  await storeList(driver, text)
  await driver.open('about:blank')
  await chooseFromAnywhere(driver, 'shop')
  let tab = await activeTab(driver)
  await tab.evaluate(url => location.assign(url), demo.signInUrl(engineer))
  await expect(driver).toShowConsole({ account: '111122223333' })
  let menu = await openMenu(driver)
  await expect(menu).toSay('Couldn’t switch to shop')
  await expect(menu).toSay('the console is signed in to another account or role')
  await expect(menu).toSay('Sign in to the base account reader (2222-3333-4444)')
  await menu.press('Escape')
  menu = await openMenu(driver)
  expect(await menu.says()).not.toContain('Couldn’t switch')
  await menu.press('Escape')
  expect(demo.switches).toHaveLength(1)

  await chooseFromAnywhere(driver, 'shop')
  demo.behave({ page: { signedOut: true } })
  tab = await activeTab(driver)
  await tab.reload()
  menu = await openMenu(driver)
  await expect.poll(menu.says, { timeout: 20_000 }).toContain('so reader didn’t open')
  expect(demo.switches).toHaveLength(2)
})

test('in multi-session mode, a role that is two switches away takes a press for each', async ({
  driver,
  demo,
}) => {
  demo.behave({ portalMode: 'multi-session', rolesTrustingRoles: ['555566667777/Archivist'] })
  await storeList(driver, text)
  await driver.open('about:blank')
  await chooseFromAnywhere(driver, 'archive')
  await openPopup(driver)
  await waitForRoleNamed(driver, 'shop')
  await untilAsked(driver, 'archive')
  await openPopup(driver)
  await waitForRoleNamed(driver, 'archive')
  expect(demo.switches).toHaveLength(3)
})

test('in classic mode, a role that is two switches away says why not, and nothing is switched', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await driver.open('about:blank')
  await chooseFromAnywhere(driver, 'archive')
  const menu = await openMenu(driver)
  await expect(menu).toSay('Couldn’t switch to archive')
  await expect(menu).toSay('It needs a switch from the role shop')
  expect(demo.switches).toHaveLength(1)
  // From now on, the menu knows the mode, and opens no portal for nothing.
  const { length } = await driver.tabs()
  await menu.press('Escape')
  const again = await openMenu(driver)
  await again.type('archive')
  await again.press('Enter')
  await expect(again).toSay('It needs a switch from the role shop')
  expect(await driver.tabs()).toHaveLength(length)
})

test('a switch that AWS refuses on the way says so, and nothing is left of it', async ({ driver, demo }) => {
  demo.behave({ portalMode: 'multi-session', rolesTrustingNobody: ['444455556666/Operator'] })
  await storeList(driver, text)
  await driver.open('about:blank')
  await chooseFromAnywhere(driver, 'archive')
  const menu = await openPopup(driver)
  await expect(menu).toSay('Couldn’t switch to shop')
  await expect(menu).toSay('AWS refused')
  await menu.press('Escape')
  const again = await openMenu(driver)
  expect(await again.says()).not.toContain('Couldn’t switch')
  await expect(driver).toHaveBadge({ text: '' })
  await again.press('Escape')
})

test('a role that is more switches away isn’t offered, and says why', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['reader', 'shop', 'archive', 'payments'])
  await menu.click({ role: 'button', name: '1 hidden' })
  await expect.poll(menu.hiddenRoles).toContain('more than 2 switches away from the portal role reader')
  await expect.poll(menu.hiddenRoles).toContain('Switch to archive first')
})

test('a role that asks does so before its switch, and is forgotten if one goes back', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text.replace('[shop]', '[shop]\nconfirm = true'))
  await driver.open('about:blank')
  await chooseFromAnywhere(driver, 'shop')
  const menu = await openPopup(driver)
  await expect.poll(menu.question).toContain('shop')
  await menu.press('Escape')
  await expect(menu).toShowRoles('reader', 'shop', 'archive', 'payments')
  await menu.press('Escape')
  await openMenu(driver)
  expect(demo.switches).toHaveLength(1)
})

test.describe('with the console’s hosts allowed', () => {
  test.use({ driverOptions: { grants: consolePatterns } })

  test('the menu opens by itself after landing, and asks', async ({ driver, demo }) => {
    const options = await configure(driver, text)
    await options.settings.allowConsole()
    await driver.open('about:blank')
    const first = await openMenu(driver)
    await first.type('shop')
    await first.press('Enter')
    await expect(driver).toShowConsole({ account: '222233334444' })
    const asked = menuOf(await waitFor('the menu', () => driver.popup()))
    await expect.poll(asked.question).toContain('shop')
    expect(demo.switches).toHaveLength(1)
    await expect.poll(asked.canConfirm).toBe(true)
    await asked.press('Enter')
    await waitForRoleNamed(driver, 'shop')
    expect(demo.switches).toHaveLength(2)
  })

  test('in a tab behind, the button and the page ask for a press', async ({ driver, demo }) => {
    demo.behave({ portal: { asksToSignIn: true } })
    const options = await configure(driver, text)
    await options.settings.turn({ role: 'radio', name: 'Clear' }, true)
    await driver.open('about:blank')
    const first = await openMenu(driver)
    await first.type('shop')
    await first.press('Enter')
    await expect.poll(async () => (await activeTab(driver)).url()).toContain('awsapps.com')
    const behind = await activeTab(driver)
    await options.activate()
    await behind.evaluate(url => location.assign(url), demo.signInUrl(portalUser))
    await expect.poll(() => badge(driver, behind)).toMatchObject({ text: '↵' })
    await behind.activate()
    await expect
      .poll(() => labelOf(driver, behind))
      .toMatch(/^reader · .* · To continue to shop, press Rolecall’s button$/)
    expect(await badge(driver)).toMatchObject({ text: '↵', title: 'Press to continue to shop' })
    const pressed = await openPopup(driver)
    await expect.poll(pressed.question).toContain('shop')
    await expect.poll(() => labelOf(driver, behind)).not.toContain('continue')
    await expect(driver).toHaveBadge({ text: ' ' })
    await expect.poll(pressed.canConfirm).toBe(true)
    await pressed.press('Enter')
    await waitForRoleNamed(driver, 'shop')
  })
})
