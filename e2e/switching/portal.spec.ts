import { expect, test } from '../../testing/browser-test'
import { profileName } from '../../testing/pages/menu'
import { expectAccessible } from '../../testing/steps/axe'
import { activeTab } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[sso-session work]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1

[profile reader]
sso_session = work
sso_account_id = 222233334444
sso_role_name = Reader
color = 1d8102

[profile power]
sso_start_url = https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws
sso_account_id = 333344445555
sso_role_name = Power_User
region = eu-west-1

[payments]
aws_account_id = 444455556666
role_name = Operator
`

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a portal role opens on the page one is on, in ${mode} mode`, async ({ driver, demo }) => {
    demo.behave({ portalMode: mode })
    await storeList(driver, text)
    const console = await signIn(driver, demo, {
      mode,
      landing: { path: '/ec2/home#Instances:', region: 'eu-west-3' },
    })
    let menu = await openMenu(driver)
    await expect.poll(menu.roles).toEqual(['reader', 'power', 'payments'])
    expect((await menu.rows())[0]?.name).toContain('Identity Center')
    await expectAccessible(menu, 'the menu with portal roles')
    await menu.press('Enter')
    await expect(driver).toShowConsole({
      account: '222233334444',
      user: 'AWSReservedSSO_Reader_0123456789abcdef/engineer@example.com',
      region: 'eu-west-3',
      url: expect.stringContaining('/ec2/home?region=eu-west-3#Instances:'),
    })
    expect(await activeTab(driver)).not.toBe(console)

    // Opens the current page, and otherwise the profile's own region.
    menu = await openMenu(driver)
    await expect
      .poll(async () => (await menu.rows()).find(row => profileName(row) === 'reader')?.name)
      .toContain('current')
    await menu.type('power')
    await menu.press('Enter')
    await expect(driver).toShowConsole({
      account: '333344445555',
      region: 'eu-west-1',
    })
    expect(demo.switches.map(({ mode, outcome }) => [mode, outcome.kind])).toEqual([
      ['portal', 'switched'],
      ['portal', 'switched'],
    ])
  })
}

test('portal roles open from any tab, and the others say why they don’t', async ({ driver, demo }) => {
  await storeList(driver, text)
  await driver.open('about:blank')
  let menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['reader', 'power'])
  await expectAccessible(menu, 'the menu on no console')
  await menu.click({ role: 'button', name: '1 hidden' })
  await expect.poll(menu.hiddenRoles).toContain('isn’t a console page you’re signed in to')
  await menu.press('Escape')
  await menu.press('ArrowDown')
  await menu.press('Enter')
  await expect(driver).toShowConsole({
    account: '333344445555',
    region: 'eu-west-1',
  })

  // A console without a signed-in user is such a tab too.
  demo.behave({ page: { signedOut: true } })
  await driver.open('https://eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1')
  menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['reader', 'power'])
  demo.behave({ page: {} })
  // The last one is chosen.
  await expect.poll(menu.activeRole).toBe('power')
  await menu.press('Home')
  await menu.press('Enter')
  await expect(driver).toShowConsole({ account: '222233334444' })
})

test('a portal at an address that isn’t AWS’s is opened only after its host is confirmed, once', async ({
  driver,
  demo,
}) => {
  const host = 'example.awsapps.com.evil.example'
  await storeList(driver, text.replace('example.awsapps.com', host))
  await signIn(driver, demo)
  let menu = await openMenu(driver)
  await menu.type('reader')
  await menu.press('Enter')
  await expect.poll(menu.panel).toContain(host)
  await expectAccessible(menu, 'the question for the host of a portal')
  await menu.press('Escape')
  const tabs = (await driver.tabs()).length
  expect(demo.contactedHosts.served).not.toContain(host)

  demo.admit(host, socket => socket.destroy())
  await menu.press('Enter')
  // A habitual second press is ignored.
  await expect.poll(() => menu.canConfirm('Open')).toBe(true)
  await menu.click({ role: 'button', name: 'Open' })
  await expect.poll(() => demo.contactedHosts.served).toContain(host)
  await expect.poll(() => driver.tabs()).toHaveLength(tabs + 1)

  // The next time, no confirmation is needed.
  await (await activeTab(driver)).close()
  menu = await openMenu(driver)
  await menu.type('reader')
  await menu.press('Enter')
  await expect.poll(() => driver.tabs()).toHaveLength(tabs + 1)
})

test('an address that no portal can have is never opened', async ({ driver, demo }) => {
  await storeList(driver, text.replaceAll('https://', 'http://'))
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['payments'])
  await expect.poll(menu.roleCount).toBe(1)
})

test('the other portals of an instance are offered, by their region', async ({ driver, demo }) => {
  const other = 'https://ssoins-1234567890abcdef.portal.us-east-1.app.aws'
  await storeList(driver, text.replace('app.aws', `app.aws, ${other}`))
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await menu.type('power')
  await menu.press('ArrowRight')
  await menu.click({ role: 'button', name: 'Open through us-east-1' })
  await expect.poll(() => demo.contactedHosts.served).toContain(new URL(other).hostname)
  await expect(driver).toShowConsole({ account: '333344445555' })
})

test('portal roles are there at once while the page hasn’t said who is signed in', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  demo.behave({ shape: { late: { data: 4_000, info: 4_000 } } })
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['reader', 'power'])
  await expect.poll(menu.says).toContain('hasn’t said yet who is signed in')
  await expectAccessible(menu, 'the menu that waits for the page')
  await expect(menu).toShowRoles('reader', 'power', 'payments')
  expect(await menu.says()).not.toContain('hasn’t said yet')
})
