import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { expectAccessible } from '../../testing/steps/axe'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { eventually } from '../../testing/steps/eventually'
import { openMenu, rows, says, searchBox } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { stored } from '../../testing/steps/stored'
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

async function panel(popup: Surface): Promise<string> {
  let said = ''
  await eventually(async () => {
    said = (await popup.all({ css: '.panel' }))[0]?.text ?? ''
    expect(said).not.toBe('')
  })
  return said
}

test('a link to the page in a role is copied', async ({ driver, demo }) => {
  await configure(driver, text)
  await signIn(driver, demo, { mode: 'multi-session', landing })
  const menu = await openMenu(driver)
  await menu.press('ArrowRight')
  await menu.click({ role: 'button', name: /^Copy a link to this page/ })
  await eventually(async () => expect(await says(menu)).toBe('Copied.'))
  await menu.press('Escape')
  await eventually(async () => expect((await menu.all(searchBox))[0]?.focused).toBe(true))
  await menu.press('Control+v')
  await eventually(async () => expect((await menu.all(searchBox))[0]?.value).toBe(link))
})

test('a link on a page that says late who is signed in asks then, and leads there without itself', async ({
  driver,
  demo,
}) => {
  await configure(driver, text)
  demo.behave({ shape: { late: { data: 2_000, info: 2_000 } } })
  await signIn(driver, demo)
  await driver.open(link)
  const menu = await driver.pressToolbarButton()
  const switchButton = { role: 'button', name: 'Switch' } as const
  await eventually(async () =>
    expect((await menu.all(switchButton))[0]?.attributes['aria-disabled']).toBe('false'),
  )
  await menu.press('Enter')
  await waitForRole(driver)
  const there = await who(await activeTab(driver))
  expect(there?.['display-name']).toBe('payments')
  expect(there?.url).toBe(`${page}#Instances:`)
})

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a link asks before it switches, in ${mode} mode`, async ({ driver, demo }) => {
    await configure(driver, text)
    await signIn(driver, demo, { mode })
    await driver.open(link)
    let menu = await driver.pressToolbarButton()
    const asked = await panel(menu)
    for (const named of ['payments', '444455556666', 'team/Operator', '.console.aws.amazon.com']) {
      expect(asked).toContain(named)
    }
    await expectAccessible(menu, 'a link asks for a role')
    await menu.press('Escape')
    await eventually(async () => expect(await rows(menu)).toHaveLength(1))
    await menu.press('Escape')
    expect(demo.switches).toEqual([])

    menu = await driver.pressToolbarButton()
    await eventually(async () =>
      expect((await menu.all({ role: 'button', name: 'Switch' }))[0]?.attributes['aria-disabled']).toBe(
        'false',
      ),
    )
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
  await configure(driver, text)
  await signIn(driver, demo)
  await driver.open(`${page}&rolecall=my-company%2FAdmin`)
  let menu = await driver.pressToolbarButton()
  expect(await panel(menu)).toContain('my-company')
  await eventually(async () =>
    expect((await menu.all({ role: 'button', name: 'Switch' }))[0]?.attributes['aria-disabled']).toBe(
      'false',
    ),
  )
  await menu.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'role-name': 'Admin', 'display-name': 'Admin' })

  await driver.open(link)
  menu = await driver.pressToolbarButton()
  await panel(menu)
  await eventually(async () =>
    expect((await menu.all({ role: 'button', name: 'Switch' }))[0]?.attributes['aria-disabled']).toBe(
      'false',
    ),
  )
  await menu.press('Enter')
  await eventually(async () =>
    expect(await who(await activeTab(driver))).toMatchObject({ 'display-name': 'payments' }),
  )
  await driver.open(link)
  menu = await openMenu(driver)
  expect((await rows(menu))[1]?.name).toContain('current')
})

test('a link to no console, or for no role, does nothing and says so', async ({ driver, demo }) => {
  const team = await startTeam(demo)
  try {
    await configure(driver, text)
    await signIn(driver, demo)
    await driver.open(`${page}&rolecall=${encodeURIComponent('444455556666/<b>Admin</b>')}`)
    let menu = await driver.pressToolbarButton()
    expect(await panel(menu)).toContain('the role it names isn’t valid')
    await menu.press('Escape')
    await eventually(async () => expect(await rows(menu)).toHaveLength(1))
    await menu.press('Escape')

    await driver.open(`https://${teamHost}/roles.ini?rolecall=444455556666%2Fteam%2FOperator`)
    menu = await driver.pressToolbarButton()
    await eventually(async () => expect(await says(menu)).toContain(`${teamHost} isn’t an AWS console`))
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
  const menu = await driver.pressToolbarButton()
  expect(await panel(menu)).toContain('999999999999')
  await eventually(async () =>
    expect((await menu.all({ role: 'button', name: 'Switch' }))[0]?.attributes['aria-disabled']).toBe(
      'false',
    ),
  )
  await menu.press('Enter')
  await eventually(async () =>
    expect(await who(await activeTab(driver))).toMatchObject({ 'role-account': '999999999999' }),
  )
  expect(await stored(options, 'recentRoles')).toEqual(used)
})
