import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import type { Menu } from '../../testing/pages/menu'
import { shopList } from '../../testing/shop-list'
import { expectAccessible } from '../../testing/steps/axe'
import { activeTab, waitForRoleNamed, who } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { roleTabs } from '../../testing/steps/sessions'
import { engineer, signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

const multiSession = { mode: 'multi-session', landing: { path: '/ec2/home', region: 'eu-west-1' } } as const

test('a role whose session has ended is opened again where the user was', async ({ driver, demo }) => {
  demo.behave({ shape: { ended: 'sign-in' } })
  await storeList(driver, shopList)
  const base = await signIn(driver, demo, multiSession)
  const role = await switchTo(driver, 'shop')
  const first = await who(role)
  const { origin } = new URL(first?.url ?? '')
  await role.evaluate(url => location.assign(url), `${origin}/s3/home?region=eu-west-1#buckets`)
  const other = await driver.open(`${origin}/ec2/home?region=eu-west-1`)
  await expect(driver).toShowConsole({ 'role-name': 'Operator' })
  const seen = await openMenu(driver)
  await expect.poll(() => roleTabs(driver)).toBe(2)
  await seen.close()

  demo.endSessions('shop')
  await role.reload()
  // Other sessions are open, so AWS asks which one to take.
  await expect(role).toBeAt(/\/sessions\/selector/)
  await other.reload()
  await expect(other).toBeAt(/\/sessions\/selector/)
  await role.activate()
  let menu = await openMenu(driver)
  await expect.poll(menu.rowNames).toEqual(['Again: shop, where you were'])
  await expectAccessible(menu, 'the menu after the end of a session')
  // A panel leads back to it, although no role is available.
  await menu.click({ role: 'button', name: '1 hidden' })
  await expect.poll(menu.heading).toBe('Why isn’t my role listed?')
  await menu.press('Escape')
  await expect.poll(menu.rowNames).toEqual(['Again: shop, where you were'])
  await menu.press('?')
  await expect.poll(menu.heading).toBe('Keys and search')
  await menu.press('Escape')
  await expect.poll(menu.rowNames).toEqual(['Again: shop, where you were'])
  await menu.press('Enter')
  // The base account's tab is still open to the extension, because its button was pressed.
  await waitForRoleNamed(driver, 'shop')
  const second = await who(role)
  expect(second?.session).not.toBe(first?.session)
  expect(second?.url).toMatch(/\/s3\/home\?region=eu-west-1#buckets$/)
  expect(demo.switches).toHaveLength(2)

  // Another tab of the ended session joins the new one, since a switch would sign that out.
  await other.activate()
  menu = await openMenu(driver)
  await menu.press('Enter')
  await waitForRoleNamed(driver, 'shop')
  expect(await who(other)).toMatchObject({ session: second?.session })
  expect(demo.switches).toHaveLength(2)

  // Nobody is signed in anymore: the same press goes on once the user is.
  demo.endSessions()
  await other.reload()
  await expect(other).toBeAt(/\/oauth/)
  await base.close()
  await role.close()
  menu = await openMenu(driver)
  await menu.press('Enter')
  await expect(menu).toSay('Sign in to identity in this tab.')
  await menu.close()
  const again = demo.signInUrl({ ...engineer, ...multiSession })
  await other.evaluate(url => location.assign(url), again)
  await expect(driver).toShowConsole({ user: 'engineer' })
  await driver.pressToolbarButton()
  await waitForRoleNamed(driver, 'shop')
  expect((await who(await activeTab(driver)))?.url).toContain('/ec2/home')
})

test('a role behind a portal role asks before that, and goes through the portal if it has to', async ({
  driver,
  demo,
}) => {
  demo.behave({ shape: { ended: 'sign-in' }, portalMode: 'multi-session' })
  const portal =
    'sso_start_url = https://example.awsapps.com/start\nsso_account_id = 111122223333\nsso_role_name = Reader'
  const behind = shopList
    .replace('aws_account_id = 111122223333', portal)
    .replace('[shop]', '[shop]\nconfirm = true')
  await storeList(driver, behind)
  await driver.open('about:blank')
  let menu = await openMenu(driver)
  await menu.type('shop')
  await menu.press('Enter')
  await goOn(driver)
  const role = await activeTab(driver)

  // The portal role’s session is still open: the role is asked about, and opened from there.
  demo.endSessions('shop')
  await role.reload()
  await expect(role).toBeAt(/\/sessions\/selector/)
  menu = await openMenu(driver)
  expect((await menu.rowNames())[0]).toBe('Again: shop, where you were')
  await menu.press('Enter')
  await answer(menu)
  await waitForRoleNamed(driver, 'shop')
  expect(demo.switches).toHaveLength(3)

  demo.endSessions()
  await role.reload()
  await expect(role).toBeAt(/\/oauth/)
  menu = await openMenu(driver)
  await menu.press('Enter')
  await answer(menu)
  await goOn(driver)
  // The portal role’s tab had asked first, in vain.
  expect(
    demo.switches.map(({ host, outcome }) => `${host === 'portal' ? 'portal' : 'role'} ${outcome.kind}`),
  ).toEqual([
    'portal switched',
    'role switched',
    'role switched',
    'role refused',
    'portal switched',
    'role switched',
  ])
})

/** Presses the button once the portal’s console asks for it, and answers the question before the switch. */
async function goOn(driver: Driver): Promise<void> {
  // The button also asks on the portal's own page. A press there would only say to wait.
  await expect(driver).toShowConsole({ account: '111122223333' })
  await expect(driver).toHaveBadge({ text: '↵' })
  await answer(await openPopup(driver))
  await waitForRoleNamed(driver, 'shop')
}

async function answer(menu: Menu): Promise<void> {
  await expect.poll(menu.question).toContain('shop')
  await expect.poll(menu.canConfirm).toBe(true)
  await menu.press('Enter')
}
