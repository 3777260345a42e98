import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import { configure, openOptions } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { grantedOrigins } from '../../testing/steps/granted-origins'
import { openMenu } from '../../testing/steps/menu'
import { forgetSessions } from '../../testing/steps/sessions'
import { signIn } from '../../testing/steps/sign-in'

const text = `
[payments]
aws_account_id = 444455556666
role_name = Operator

[warehouse]
aws_account_id = 555566667777
role_name = Developer
`

test.use({ driverOptions: { grants: consolePatterns } })

test('with the console’s hosts allowed, sessions are known wherever they were opened', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.allowConsole()

  const base = await signIn(driver, demo, { mode: 'multi-session' })
  const popup = await openMenu(driver)
  await popup.press('Enter')
  const role = await waitForRole(driver)
  const roleTab = await activeTab(driver)
  // As if it had been switched to without Rolecall.
  await forgetSessions(driver)
  const open = async () => {
    const menu = await openMenu(driver)
    await expect.poll(menu.rows).toHaveLength(2)
    return menu
  }
  await base.activate()
  let menu = await open()
  await expect.poll(async () => (await menu.rows())[0]?.name).toMatch(/^payments open/)
  await menu.press('Enter')
  await expect.poll(() => activeTab(driver)).toBe(roleTab)
  expect((await waitForRole(driver)).session).toBe(role.session)
  expect(demo.switches).toHaveLength(1)

  // After a sign-out in its own tab, it's no longer open.
  await roleTab.click({ role: 'link', name: 'Sign out' })
  await expect.poll(() => who(roleTab)).toBeUndefined()
  await base.activate()
  menu = await open()
  await expect
    .poll(menu.rowNames)
    .toEqual([expect.not.stringContaining(' open '), expect.not.stringContaining(' open ')])
  await menu.press('Escape')

  // The permission is given back.
  const settings = await openOptions(driver)
  await expect.poll(settings.settings.isConsoleAllowed).toBe(true)
  await settings.settings.disallowConsole()
  expect(await grantedOrigins(driver)).toEqual([])
})
