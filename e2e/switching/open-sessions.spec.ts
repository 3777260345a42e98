import { expect, test } from '../../testing/browser-test'
import { expectAccessible } from '../../testing/steps/axe'
import { activeTab, waitForRole, waitForRoleNamed, who } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { forgetSessions } from '../../testing/steps/sessions'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

const names = ['payments', 'warehouse', 'data', 'audit', 'backup'] as const

const text = `
[identity]
aws_account_id = 111122223333

${names
  .map(
    (name, index) => `[${name}]
source_profile = identity
aws_account_id = ${444455556666 + index}
role_name = Operator
color = d13212
`,
  )
  .join('\n')}`

const multiSession = { mode: 'multi-session' } as const

test('a role that is open is marked, and chosen again it is gone to', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await switchTo(driver, 'payments')
  const first = await waitForRole(driver)
  await base.activate()

  let popup = await openMenu(driver)
  expect((await popup.rowNames())[0]).toMatch(/^payments open /)
  expect((await popup.rowNames()).filter(name => / open /.test(name))).toHaveLength(1)
  await expectAccessible(popup, 'the menu with an open role')
  await popup.press('Enter')
  await waitForRoleNamed(driver, 'payments')
  expect(demo.switches).toHaveLength(1)
  expect(await waitForRole(driver)).toMatchObject({ session: first.session })

  // A new tab of it belongs to the same session.
  await base.activate()
  popup = await openMenu(driver)
  const before = (await driver.tabs()).length
  await popup.press('Control+Enter')
  await expect.poll(() => driver.tabs()).toHaveLength(before + 1)
  await waitForRoleNamed(driver, 'payments')
  expect(await waitForRole(driver)).toMatchObject({ session: first.session })
  expect(demo.switches).toHaveLength(1)

  // And so does one in another region.
  await base.activate()
  popup = await openMenu(driver)
  await popup.type('pay >eu-west-1')
  await popup.press('Enter')
  await expect(driver).toShowConsole({ region: 'eu-west-1' })
  expect(await waitForRole(driver)).toMatchObject({ session: first.session })
  expect(demo.switches).toHaveLength(1)

  await base.activate()
  await switchTo(driver, 'payments', 'Shift+Enter')
  const second = await waitForRole(driver)
  expect(demo.switches).toHaveLength(2)
  expect(second.session).not.toBe(first.session)

  // After its tab is closed, it's no longer open.
  await (await activeTab(driver)).close()
  await base.activate()
  popup = await openMenu(driver)
  expect((await popup.rowNames()).filter(name => / open /.test(name))).toHaveLength(0)
})

test('a session that was signed out loses its mark', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  await switchTo(driver, 'payments')
  const role = await activeTab(driver)
  await base.activate()
  await switchTo(driver, 'warehouse')
  await base.activate()

  let popup = await openMenu(driver)
  await popup.click({ role: 'button', name: '3 open sessions' })
  await expect.poll(popup.sessions).toHaveLength(3)
  await expectAccessible(popup, 'the open sessions')
  const own = (await popup.sessions()).find(text => text.includes('this tab'))
  expect(own).not.toContain('Go to tab')
  // Signs out in the menu.
  await popup.session(1).signOut()
  await expect(popup).toSay('Signed out of warehouse.')
  await popup.press('Escape')
  expect((await popup.rowNames()).filter(name => / open /.test(name))).toEqual([
    expect.stringMatching(/^payments /),
  ])
  await popup.press('Escape')

  // Signs out in the console. The menu notices when it's next opened.
  await role.activate()
  await role.click({ role: 'link', name: 'Sign out' })
  await expect.poll(() => who(role)).toBeUndefined()
  await openPopup(driver)
  await base.activate()
  popup = await openMenu(driver)
  expect((await popup.rowNames()).filter(name => / open /.test(name))).toEqual([])
})

test('from the tab of a role one goes on from the base account, and back to it', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  const baseSession = (await who(base))?.session
  await switchTo(driver, 'payments')
  const role = await activeTab(driver)

  let popup = await openMenu(driver)
  const listed = await popup.rowNames()
  expect(listed[0]).toMatch(/^Switch back/)
  expect(listed.slice(1).map(name => name.split(' ')[0])).toEqual(names)
  await popup.type('ware')
  await popup.press('Enter')
  await waitForRoleNamed(driver, 'warehouse')
  expect(demo.switches.map(({ sessionId }) => sessionId)).toEqual([baseSession, baseSession])

  // That role was also switched to from the base account.
  popup = await openMenu(driver)
  await popup.press('Control+b')
  await expect.poll(() => activeTab(driver)).toBe(base)

  await role.activate()
  popup = await openMenu(driver)
  demo.refuseNext('UNAUTHORIZED')
  await popup.type('data')
  await popup.press('Enter')
  await expect(popup).toSay('from a role’s tab')
  await popup.showCauses()
  await expect(popup).toSay('external id')
  await expectAccessible(popup, 'a refusal and its causes')
  await popup.click({ role: 'button', name: 'Go to the base account’s tab' })
  await expect.poll(() => activeTab(driver)).toBe(base)

  // With its tab closed, the base account's session still exists.
  await base.close()
  await role.activate()
  popup = await openMenu(driver)
  await popup.press('Home')
  await popup.press('Enter')
  await expect(driver).toShowConsole({ session: baseSession, 'role-name': '' })
})

test('where the base account’s session is not known, its roles say so', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  const page = await base.url()
  await switchTo(driver, 'payments')
  const role = await activeTab(driver)
  await base.close()
  await forgetSessions(driver)
  let popup = await openPopup(driver)
  await expect.poll(popup.hiddenRoles).toContain('Open the menu once')
  await popup.press('Escape')
  // After the menu was opened once in its tab, the session is known by its user.
  await driver.open(page)
  popup = await openMenu(driver)
  await popup.press('Escape')
  await role.activate()
  popup = await openMenu(driver)
  await expect.poll(popup.rows).toHaveLength(names.length + 1)
})

test('where five sessions are open, one is signed out before the next is opened', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, multiSession)
  for (const name of names.slice(0, 4)) {
    await base.activate()
    await switchTo(driver, name)
  }
  await base.activate()
  const popup = await openMenu(driver)
  await popup.type('backup')
  await popup.press('Enter')
  await expect.poll(popup.sessions).toHaveLength(5)
  await expectAccessible(popup, 'no room for another session')
  expect(demo.switches).toHaveLength(4)
  // Lets AWS decide, if the user wants that.
  await popup.click({ role: 'button', name: 'Switch anyway' })
  await expect(popup).toSay('SESSION_LIMIT_EXCEEDED')
  expect(demo.switches).toHaveLength(5)

  await popup.press('Enter')
  await expect.poll(popup.sessions).toHaveLength(5)
  await popup.session(1).signOut()
  await waitForRoleNamed(driver, 'backup')
  expect(demo.switches).toHaveLength(6)
  expect(demo.switches[5]?.outcome.kind).toBe('switched')
})
