import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import type { Menu } from '../../testing/pages/menu'
import { stored } from '../../testing/pages/stored'
import { expectAccessible } from '../../testing/steps/axe'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'
import { startTeam, teamHost } from '../../testing/steps/team'

const text = `
[payments]
aws_account_id = 444455556666
role_name = team/Operator
color = d13212
`

const landing = { path: '/ec2/home#Instances:', region: 'eu-west-3' }
const page = 'https://eu-west-3.console.aws.amazon.com/ec2/home?region=eu-west-3'
const link = `${page}&rolecall=444455556666%2Fteam%2FOperator#Instances:`

async function panel(popup: Menu): Promise<string> {
  return waitFor('the panel', popup.panel)
}

test('a link to the page in a role is copied', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { mode: 'multi-session', landing })
  const menu = await openMenu(driver)
  await menu.press('ArrowRight')
  await menu.click({ role: 'button', name: /^Copy a link to this page/ })
  await expect(menu).toSay(/^Copied\.$/)
  await menu.press('Escape')
  await expect.poll(menu.takesKeys).toBe(true)
  await menu.press('Control+v')
  await expect.poll(menu.query).toBe(link)
})

test('a link on a page that says late who is signed in asks then, and leads there without itself', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  demo.behave({ shape: { late: { data: 2_000, info: 2_000 } } })
  await signIn(driver, demo)
  await driver.open(link)
  const menu = await openPopup(driver)
  await expect.poll(menu.canConfirm).toBe(true)
  await menu.press('Enter')
  await waitForRole(driver)
  const there = await who(await activeTab(driver))
  expect(there?.['display-name']).toBe('payments')
  expect(there?.url).toBe(`${page}#Instances:`)
})

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a link asks before it switches, in ${mode} mode`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    await driver.open(link)
    let menu = await openPopup(driver)
    const asked = await panel(menu)
    for (const named of ['payments', '4444-5555-6666', 'team/Operator', '.console.aws.amazon.com']) {
      expect(asked).toContain(named)
    }
    await expectAccessible(menu, 'a link asks for a role')
    await menu.press('Escape')
    await expect.poll(menu.rows).toHaveLength(1)
    await menu.press('Escape')
    expect(demo.switches).toEqual([])

    menu = await openPopup(driver)
    await expect.poll(menu.canConfirm).toBe(true)
    await menu.press('Enter')
    await waitForRole(driver)
    expect(await who(await activeTab(driver))).toMatchObject({
      'role-account': '444455556666',
      'display-name': 'payments',
      url: expect.stringMatching(
        /eu-west-3\.console\.aws\.amazon\.com\/ec2\/home\?region=eu-west-3#Instances:$/,
      ),
    })
  })
}

test('a link may name a role that the list hasn’t, and one that is current asks nothing', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await driver.open(`${page}&rolecall=my-company%2FAdmin`)
  let menu = await openPopup(driver)
  expect(await panel(menu)).toContain('my-company')
  await expect.poll(menu.canConfirm).toBe(true)
  await menu.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'role-name': 'Admin', 'display-name': 'Admin' })

  await driver.open(link)
  menu = await openPopup(driver)
  await panel(menu)
  await expect.poll(menu.canConfirm).toBe(true)
  await menu.press('Enter')
  await expect(driver).toShowConsole({ 'display-name': 'payments' })
  await driver.open(link)
  menu = await openMenu(driver)
  expect((await menu.rows())[1]?.name).toContain('current')
})

test('a link to no console, or for no role, does nothing and says so', async ({ driver, demo }) => {
  const team = await startTeam(demo)
  try {
    await storeList(driver, text)
    await signIn(driver, demo)
    await driver.open(`${page}&rolecall=${encodeURIComponent('444455556666/<b>Admin</b>')}`)
    let menu = await openPopup(driver)
    expect(await panel(menu)).toContain('the role it names isn’t valid')
    await menu.press('Escape')
    await expect.poll(menu.rows).toHaveLength(1)
    await menu.press('Escape')

    await driver.open(`https://${teamHost}/roles.ini?rolecall=444455556666%2Fteam%2FOperator`)
    menu = await openPopup(driver)
    await expect(menu).toSay(`${teamHost} isn’t an AWS console`)
    await expectAccessible(menu, 'a link that leads elsewhere')
    expect(demo.switches).toEqual([])
  } finally {
    await team.close()
  }
})

test('a link never opens the session of another account’s role that the list has by that name', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, '[Admin]\naws_account_id = 444455556666\nrole_name = Operator\n')
  const base = await signIn(driver, demo, { mode: 'multi-session' })
  await switchTo(driver, 'Admin')
  const used = await stored(options, 'recentRoles')
  await base.activate()
  await driver.open(`${page}&rolecall=999999999999%2FAdmin`)
  const menu = await openPopup(driver)
  expect(await panel(menu)).toContain('9999-9999-9999')
  await expect.poll(menu.canConfirm).toBe(true)
  await menu.press('Enter')
  await expect(driver).toShowConsole({ 'role-account': '999999999999' })
  expect(await stored(options, 'recentRoles')).toEqual(used)
})
