import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { store, stored } from '../../testing/pages/stored'
import { configure, openOptions } from '../../testing/steps/configure'
import { openMenu, waitForMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

const text = `
[base]
aws_account_id = 111122223333

[payments]
source_profile = base
aws_account_id = 444455556666
role_name = Operator

[warehouse]
source_profile = base
aws_account_id = 555566667777
role_name = Developer

[elsewhere]
role_arn = arn:aws-cn:iam::666677778888:role/Operator
`

const hideAccountIds = { role: 'checkbox', name: 'Hide account ids' } as const
const onlyMatching = { role: 'checkbox', name: 'Only matching roles' } as const

test('with account ids hidden the menu shows none', async ({ driver, demo }) => {
  await configure(driver, text)
  const options = await openOptions(driver)
  await signIn(driver, demo)
  expect(await (await openMenu(driver)).shownText()).toContain('4444-5555-6666')

  await options.settings.turn(hideAccountIds, true)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(popup.roles).toEqual(['payments', 'warehouse'])
  expect(await popup.shownText()).not.toMatch(accountId)
  // Also not in the list of hidden roles.
  await popup.click({ role: 'button', name: /hidden/ })
  await expect.poll(popup.shownText).toContain('elsewhere')
  expect(await popup.shownText()).not.toMatch(accountId)
  // Searching for them still works.
  await popup.press('Escape')
  await waitForMenu(popup)
  await popup.search('5555')
  await expect.poll(popup.roles).toContain('warehouse')
})

test('roles can be limited to those named like the current one, and the menu says why others are missing', async ({
  driver,
  demo,
}) => {
  await configure(driver, text)
  const options = await openOptions(driver)
  await options.settings.turn(onlyMatching, true)
  await signIn(driver, demo, { user: { kind: 'federated', role: 'Developer', name: 'a@example.com' } })
  const popup = await openMenu(driver)
  await expect.poll(popup.roles).toEqual(['warehouse'])
  await popup.click({ role: 'button', name: /hidden/ })
  await expect.poll(popup.shownText).toMatch(/payments.*your role is Developer/s)
})

test('the theme is taken by the menu and the settings, whatever the system’s is', async ({
  driver,
  demo,
}) => {
  await configure(driver, text)
  const options = await openOptions(driver)
  await signIn(driver, demo)
  for (const theme of ['Dark', 'Light'] as const) {
    await options.settings.turn({ role: 'radio', name: theme }, true)
    await expect.poll(() => brightness(options)).toBe(theme)
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await expect.poll(() => brightness(popup)).toBe(theme)
    await popup.close()
  }
})

test('a choice that can’t be made yet shows the names of its options', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.open('console')
  const none = 'rgba(0, 0, 0, 0)'
  await expect.poll(options.settings.lockedOptionFills).toEqual([none, none, none, none])
})

const confirmGroups = { label: 'Ask before switching to these groups' } as const

test('what is being written as the name of a group stays while the page changes', async ({ driver }) => {
  const options = await openOptions(driver)
  const written = async () => (await options.all(confirmGroups))[0]?.value
  await options.openTabOf(confirmGroups)
  await options.click(confirmGroups)
  await options.type('production,li')
  await expect.poll(options.settings.chosenGroups).toEqual(['production'])
  await expect
    .poll(() => stored(options, 'settings'))
    .toMatchObject({ value: { confirmGroups: ['production'] } })
  // Like another window.
  await store(options, {
    settings: { version: 2, value: { hideAccountIds: true, confirmGroups: ['production'] } },
  })
  await expect.poll(() => options.settings.isOn(hideAccountIds)).toBe(true)
  expect(await written()).toBe('li')
  await options.type('ve')
  await options.press('Tab')
  await expect.poll(options.settings.chosenGroups).toEqual(['production', 'live'])
  expect(await written()).toBe('')
  await expect
    .poll(() => stored(options, 'settings'))
    .toMatchObject({ value: { hideAccountIds: true, confirmGroups: ['production', 'live'] } })
})

/** The button that adds a group to the setting. */
const add = (group: string) => new RegExp(`^Add .?${group}.? to .+Ask before switching to these groups`)

test('groups to ask for are picked from those of the list, and removed', async ({ driver }) => {
  const options = await configure(
    driver,
    text
      .replace('role_name = Operator', '$&\ngroup = Shop, live')
      .replace('role_name = Dev', 'group = Tests\n$&'),
  )
  await options.open('menu')
  await options.click({ role: 'button', name: add('Tests') })
  await expect.poll(options.settings.chosenGroups).toEqual(['Tests'])
  await expect(options).not.toShow({ role: 'button', name: add('Tests') })
  // A name with a comma is one group.
  await options.click({ role: 'button', name: add('Shop, live') })
  await expect.poll(options.settings.chosenGroups).toEqual(['Tests', 'Shop, live'])
  await options.click({ role: 'button', name: /^Remove .?Tests.? from .?Ask before switching/ })
  await expect
    .poll(() => stored(options, 'settings'))
    .toMatchObject({ value: { confirmGroups: ['Shop, live'] } })
})

test('settings are kept without pressing Save', async ({ driver }) => {
  const options = await openOptions(driver)
  const dark = { role: 'radio', name: 'Dark' } as const
  await options.settings.turn(hideAccountIds, true)
  await options.settings.turn(dark, true)
  const again = await openOptions(driver)
  await again.open('menu')
  await expect.poll(() => again.settings.isOn(hideAccountIds)).toBe(true)
  await expect.poll(() => again.settings.isOn(dark)).toBe(true)
  expect(await again.settings.isOn(onlyMatching)).toBe(false)
})

const accountId = /\d{12}|\d{4}-\d{4}-\d{4}/

/** Returns whether the page is dark or light, by the first background that isn't transparent. */
function brightness(page: Surface): Promise<'Dark' | 'Light'> {
  return page.evaluate(() => {
    const backgrounds = [document.body, document.documentElement].map(
      element => getComputedStyle(element).backgroundColor,
    )
    const channels = backgrounds.find(color => !color.endsWith(', 0)'))?.match(/\d+/g) ?? []
    return channels.slice(0, 3).every(channel => Number(channel) < 128) ? 'Dark' : 'Light'
  })
}
