import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver, Surface } from '../../testing/browsers/driver'
import { waitFor } from '../../testing/browsers/wait'
import { type Menu, menu } from '../../testing/pages/menu'
import { expectAccessible } from '../../testing/steps/axe'
import { badge } from '../../testing/steps/badge'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { openInBackground } from '../../testing/steps/link'
import { labelOf } from '../../testing/steps/mark-of'
import { openPopup } from '../../testing/steps/menu'
import { scriptCount } from '../../testing/steps/script-count'
import { signIn } from '../../testing/steps/sign-in'
import { switchTo } from '../../testing/steps/switch-to'

test.use({ driverOptions: { grants: consolePatterns } })

const text = `
[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = team/Operator
color = d13212
`

const page = 'https://eu-west-3.console.aws.amazon.com/ec2/home?region=eu-west-3'
const link = `${page}&rolecall=444455556666%2Fteam%2FOperator`
const other = `${page}&rolecall=444455556666%2FAuditor`
const asks = { text: '↵', title: 'Press to follow the link' }
const clear = { role: 'radio', name: 'Clear' } as const

/** Returns the menu that opens by itself, with the question of the link in front. */
async function askingMenu(driver: Driver): Promise<Menu> {
  return menu(await waitFor('the menu', () => driver.popup()))
}

/** Resolves once a link that was opened after all others has been asked about: they are asked about one by one. */
async function askedAboutAll(driver: Driver): Promise<void> {
  const { length } = await driver.tabs()
  const last = await openInBackground(driver, `${page}&rolecall=999999999999%2FLast${length}`)
  await expect.poll(() => badge(driver, last)).toMatchObject(asks)
}

async function allow(driver: Driver): Promise<Surface> {
  const options = await configure(driver, text)
  await options.settings.allowConsole()
  await expect.poll(() => scriptCount(driver, 'links')).toBe(1)
  return options
}

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a link asks as soon as its page has loaded, in ${mode} mode`, async ({ driver, demo }) => {
    await allow(driver)
    await signIn(driver, demo, { mode })
    await driver.open(link)
    const asking = await askingMenu(driver)
    await expect.poll(asking.panel).toContain('payments')
    await expect.poll(asking.canConfirm).toBe(true)
    expect(demo.switches).toEqual([])
    await asking.press('Enter')
    expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
    expect((await who(await activeTab(driver)))?.url).not.toContain('rolecall')
  })
}

test('a link asks once in its tab', async ({ driver, demo }) => {
  const options = await allow(driver)
  await signIn(driver, demo)
  const asked = await driver.open(link)
  const asking = await askingMenu(driver)
  await expect.poll(asking.panel).toContain('payments')
  await asking.press('Escape')
  await expect.poll(asking.takesKeys).toBe(true)
  await asking.press('Escape')
  // Behind another tab, a link that asks again would ask on the button in both browsers.
  await options.activate()
  await asked.reload()
  await askedAboutAll(driver)
  expect(await badge(driver, asked)).toMatchObject({ text: '' })
})

test('another link in the same tab asks', async ({ driver, demo }) => {
  await allow(driver)
  await signIn(driver, demo)
  const tab = await openInBackground(driver, link)
  await expect.poll(() => badge(driver, tab)).toMatchObject(asks)
  await tab.evaluate(url => location.assign(url), other)
  await expect.poll(tab.url).toBe(other)
  await expect.poll(() => badge(driver, tab)).toMatchObject(asks)
  await tab.activate()
  const pressed = await openPopup(driver)
  await expect.poll(pressed.panel).toContain('Auditor')
  await expect(driver).toHaveBadge({ text: '' })
})

test('a link to the role that its page is in asks nothing', async ({ driver, demo }) => {
  const options = await allow(driver)
  await signIn(driver, demo)
  await switchTo(driver, 'payments')
  await options.activate()
  const current = await openInBackground(driver, link)
  await askedAboutAll(driver)
  expect(await badge(driver, current)).toMatchObject({ text: '' })
  expect(demo.switches).toHaveLength(1)
})

test('a link in a tab behind asks on the button and on the page, until it is pressed', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.turn(clear, true)
  await expect.poll(() => scriptCount(driver, 'links')).toBe(1)
  await signIn(driver, demo)
  await options.activate()
  const behind = await openInBackground(driver, link)
  await expect.poll(() => badge(driver, behind)).toMatchObject(asks)
  await behind.activate()
  await expect
    .poll(() => labelOf(driver, behind))
    .toMatch(/^identity · .* · This link asks for a role: press Rolecall’s button$/)
  const pressed = await openPopup(driver)
  await expect.poll(pressed.panel).toContain('payments')
  await expectAccessible(pressed, 'a link that asked on the button')
  await expect(driver).toHaveBadge({ text: ' ' })
  await expect.poll(() => labelOf(driver, behind)).not.toContain('link')
  await expect.poll(pressed.canConfirm).toBe(true)
  await pressed.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
})

test('links ask by themselves only as long as the console’s hosts are allowed', async ({ driver }) => {
  const options = await configure(driver, text)
  expect(await scriptCount(driver, 'links')).toBe(0)
  await options.settings.allowConsole()
  await expect.poll(() => scriptCount(driver, 'links')).toBe(1)
  await options.settings.disallowConsole()
  await expect.poll(() => scriptCount(driver, 'links')).toBe(0)
})

test('in Firefox, a link of Rolecall’s own scheme opens its page, or says why not', async ({
  driver,
  demo,
}) => {
  test.skip(driver.name === 'chromium', 'Chromium lets no extension open links of a scheme of its own.')
  const options = await configure(driver, text)
  await signIn(driver, demo)
  await options.activate()
  await options.evaluate(url => location.assign(url), `ext+rolecall:${link}`)
  await expect.poll(async () => (await activeTab(driver)).url()).toBe(link)
  const pressed = await openPopup(driver)
  await expect.poll(pressed.panel).toContain('payments')
  await pressed.press('Escape')
  await expect.poll(pressed.takesKeys).toBe(true)
  await pressed.press('Escape')

  const hostile = `ext+rolecall:${link.replace('amazon.com', 'amazon.com.evil.example')}`
  const refusing = await driver.open(driver.extensionUrl(`links/index.html#${encodeURIComponent(hostile)}`))
  await expect(refusing).toShow({ role: 'heading', name: 'Rolecall didn’t open this link' })
  await expectAccessible(refusing, 'a link that isn’t opened')
  const [main] = await refusing.all({ role: 'main' })
  expect(main?.text).toContain('eu-west-3.console.aws.amazon.com.evil.example, which isn’t an AWS console')
  expect(demo.contactedHosts.refused).toEqual([])
})
