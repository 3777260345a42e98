import { consolePatterns } from '../../src/aws/partitions'
import { test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import type { DemoConsole } from '../../testing/demo-console'
import { alive, expectInert, turnedText } from '../../testing/hostile/inert'
import { fields, hostileConfiguration, tricks } from '../../testing/hostile/texts'
import type { Menu } from '../../testing/pages/menu'
import { configure } from '../../testing/steps/configure'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { acknowledgeChange, pressRefresh, waitForTeam } from '../../testing/steps/team'
import { expect, test as teamTest } from '../../testing/team-test'

function told(whose: string, count: number, listed: number, { name }: Driver): string {
  expect(listed).toBeGreaterThan(100)
  return `${name}: ${count} tricks in ${whose} text, in ${Object.keys(fields).length} fields; ${listed} roles listed, all inert.`
}

/** Goes through the whole list, and checks each part of it. Returns the number of rows. */
async function expectInertRows(popup: Menu): Promise<number> {
  const all = await popup.roleCount()
  const seen = new Set<string>()
  for (let pages = 0; seen.size < all && pages < all; pages++) {
    for (const { attributes } of await popup.rows()) seen.add(attributes.id ?? '')
    await expectInert(popup, 'the list')
    await popup.press('PageDown')
  }
  expect(seen.size).toBe(all)
  return seen.size
}

async function confirm(popup: Menu): Promise<void> {
  const button = { role: 'button', name: 'Switch' } as const
  await expect.poll(popup.canConfirm).toBe(true)
  await popup.click(button)
}

/** Checks the menu, and every panel that shows text from a list. */
async function expectInertMenu(driver: Driver, demo: DemoConsole): Promise<number> {
  const page = await signIn(driver, demo, { mode: 'multi-session' })
  const popup = await openMenu(driver)
  const shown = await expectInertRows(popup)

  await popup.click({ role: 'button', name: /hidden$/ })
  await expect.poll(popup.hiddenRoles).toContain('9999-0000-1111')
  await expectInert(popup, 'why roles are hidden')
  await popup.press('Escape')
  await popup.search('555566667777')
  await expect.poll(popup.rows).toHaveLength(1)
  await popup.press('ArrowRight')
  await expect.poll(popup.showsActions).toBe(true)
  await expectInert(popup, 'what a role can do')
  await popup.press('Escape')

  await expect.poll(popup.takesKeys).toBe(true)
  await popup.press('Enter')
  await expect.poll(popup.question).toBeDefined()
  await expectInert(popup, 'what asks again')
  demo.refuseNext('UNAUTHORIZED', `${tricks.escaping} the role ${tricks.image}`)
  await confirm(popup)
  await expect(popup).toSay('Couldn’t switch to')
  await expectInert(popup, 'what a refusal says')
  await popup.close()

  await page.activate()
  const again = await openMenu(driver)
  await again.search('555566667777')
  await again.press('Enter')
  await confirm(again)
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'turnωω' })
  return shown
}

test('the checks of this file find what they look for', async ({ driver }) => {
  const options = await driver.openOptions()
  await expectInert(options, 'an empty page')
  for (const trick of ['image', 'svg', 'frame', 'style'] as const) {
    await options.evaluate(html => document.body.insertAdjacentHTML('beforeend', html), tricks[trick] ?? '')
    expect(await alive(options), trick).not.toEqual([])
    await options.reload()
    await expect(options).toShow({ role: 'main' })
  }
  await options.evaluate(text => {
    const paragraph = document.createElement('p')
    paragraph.textContent = text
    document.body.append(paragraph)
  }, `${tricks.turned} in 111122223333`)
  expect(await turnedText(options)).not.toEqual([])
})

test('nothing in a text of the user’s does anything, wherever it stands', async ({ driver, demo }) => {
  test.setTimeout(240_000)
  const { text, count } = hostileConfiguration()
  const options = await configure(driver, text)
  await expect.poll(options.preview.rows).not.toEqual([])
  // A hundred messages, and the number of the others.
  await expect.poll(options.messages).toHaveLength(101)
  await expectInert(options, 'the options page')
  const listed = await expectInertMenu(driver, demo)
  console.log(told('the user’s', count, listed, driver))
})

teamTest('nothing in a team’s text does anything, wherever it stands', async ({ team, demo }) => {
  teamTest.setTimeout(240_000)
  const { driver, server, options } = team
  const refresh = async (text: string) => {
    server.answer('/roles.ini', { kind: 'text', text })
    await pressRefresh(options, server)
  }
  await refresh(hostileConfiguration().text)
  await waitForTeam(options, /isn’t UTF-8 text/)

  // Without control characters, which no text contains.
  const { text, count } = hostileConfiguration(['controls'])
  await refresh(text)
  await waitForTeam(options, /^The list has \d+ roles\..*/)
  await expectInert(options, 'what came')
  await acknowledgeChange(options)
  await expect.poll(options.team.changes).toBe(0)
  await refresh(text.replaceAll('555566667777', '555566667778'))
  await expect.poll(options.team.moves).toContainEqual(expect.stringContaining('555566667778'))
  await expectInert(options, 'what leads elsewhere')
  await refresh(text)
  await expect.poll(options.team.moves).toEqual([])
  const listed = await expectInertMenu(driver, demo)
  console.log(told('a team’s', count, listed, driver))
})

test.describe('on console pages', () => {
  test.use({ driverOptions: { grants: consolePatterns } })

  test('a name in a mark turns nothing', async ({ driver, demo }) => {
    const options = await configure(
      driver,
      `[${tricks.turned}]\naws_account_id = 111122223333\ncolor = d13212\n[a]\nsource_profile = ${tricks.turned}\naws_account_id = 444455556666\nrole_name = Operator\n`,
    )
    await options.settings.turn({ role: 'checkbox', name: 'Name before the title' }, true)
    const page = await signIn(driver, demo)
    await expect(page).toBeTitled(/^turnωω · /)
  })
})
