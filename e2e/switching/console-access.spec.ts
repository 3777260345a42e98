import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import { configure, openOptions } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { eventually } from '../../testing/steps/eventually'
import { openMenu, rows } from '../../testing/steps/menu'
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

const access = { role: 'checkbox', name: 'Find my open sessions in all console tabs' } as const
test.use({ driverOptions: { grants: consolePatterns } })

test('with the console’s hosts allowed, sessions are known wherever they were opened', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.click(access, { timeout: 30_000 })
  await eventually(async () => expect((await options.all(access))[0]?.checked).toBe(true))

  const base = await signIn(driver, demo, { mode: 'multi-session' })
  const popup = await openMenu(driver)
  await popup.press('Enter')
  const role = await waitForRole(driver)
  const roleTab = await activeTab(driver)
  // As if it had been switched to without Rolecall.
  await forgetSessions(driver)
  const open = async () => {
    const menu = await openMenu(driver)
    await eventually(async () => expect(await rows(menu)).toHaveLength(2))
    return menu
  }
  await base.activate()
  let menu = await open()
  await eventually(async () => expect((await rows(menu))[0]?.name).toMatch(/^payments open/))
  await menu.press('Enter')
  await eventually(async () => expect(await activeTab(driver)).toBe(roleTab))
  expect((await waitForRole(driver)).session).toBe(role.session)
  expect(demo.switches).toHaveLength(1)

  // After a sign-out in its own tab, it's no longer open.
  await roleTab.click({ role: 'link', name: 'Sign out' })
  await eventually(async () => expect(await who(roleTab)).toBeUndefined())
  await base.activate()
  menu = await open()
  await eventually(async () =>
    expect((await rows(menu)).map(({ name }) => name)).toEqual([
      expect.not.stringContaining(' open '),
      expect.not.stringContaining(' open '),
    ]),
  )
  await menu.press('Escape')

  // The permission is given back.
  const settings = await openOptions(driver)
  await eventually(async () => expect((await settings.all(access))[0]?.checked).toBe(true))
  await settings.click(access)
  await eventually(async () => expect((await settings.all(access))[0]?.checked).toBe(false))
  const granted = await driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { getAll(): Promise<{ origins?: string[] }> } }
    }
    return (await chrome.permissions.getAll()).origins
  })
  expect(granted).toEqual([])
})
