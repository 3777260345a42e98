import { expect, test } from '../../testing/browser-test'
import { configure } from '../../testing/steps/configure'
import { waitForRole } from '../../testing/steps/console'
import { eventually } from '../../testing/steps/eventually'
import { activeRole, openMenu, rows, says, searchBox } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

/** `role-01` to `role-12`. */
const names = Array.from({ length: 12 }, (_, index) => `role-${String(index + 1).padStart(2, '0')}`)
const twelveRoles = names
  .map(name => `[${name}]\naws_account_id = 444455556666\nrole_name = Operator\n`)
  .join('\n')

test.beforeEach(async ({ driver, demo }) => {
  await configure(driver, twelveRoles)
  await signIn(driver, demo)
})

test('the search box has the focus at once, and the first role is the active one', async ({ driver }) => {
  const popup = await openMenu(driver)
  const [box] = await popup.all(searchBox)
  expect(box).toMatchObject({ focused: true, value: '' })
  expect(await activeRole(popup)).toBe('role-01')
})

test('where the browser forgets what had the focus, it comes back with the window’s', async ({ driver }) => {
  const popup = await openMenu(driver)
  const forget = () =>
    popup.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const forgotten = document.activeElement === document.body
      window.dispatchEvent(new FocusEvent('focus'))
      return forgotten
    })
  expect(await forget()).toBe(true)
  await popup.type('role-05')
  await eventually(async () => expect(await activeRole(popup)).toBe('role-05'))
  await popup.press('ArrowRight')
  const focused = async () => (await popup.all({ role: 'button' })).filter(button => button.focused)
  await eventually(async () => expect(await focused()).toHaveLength(1))
  const [first] = await focused()
  expect(await forget()).toBe(true)
  expect(await focused()).toEqual([first])
})

test('arrows, Page Up, Page Down, Home and End move, and stop at the ends', async ({ driver }) => {
  const popup = await openMenu(driver)
  for (const [key, role] of [
    ['ArrowUp', 'role-01'],
    ['ArrowDown', 'role-02'],
    ['ArrowDown', 'role-03'],
    ['ArrowUp', 'role-02'],
    ['End', 'role-12'],
    ['ArrowDown', 'role-12'],
    ['PageDown', 'role-12'],
    ['Home', 'role-01'],
    ['PageUp', 'role-01'],
  ] as const) {
    await popup.press(key)
    await eventually(async () => expect(await activeRole(popup), `after ${key}`).toBe(role))
  }
})

test('Page Down goes further than an arrow, and the active role stays in view', async ({ driver }) => {
  const popup = await openMenu(driver)
  await popup.press('PageDown')
  await eventually(async () => {
    const selected = (await rows(popup)).find(({ attributes }) => attributes['aria-selected'] === 'true')
    const { y = 0, height = 0 } = selected?.box ?? {}
    const [footer] = await popup.all({ css: 'footer' })
    expect(Number(selected?.attributes['aria-posinset'])).toBeGreaterThan(3)
    expect(y + height / 2).toBeLessThan(footer?.box.y ?? 0)
  })
})

test('Enter switches to the active role', async ({ driver }) => {
  const popup = await openMenu(driver)
  await popup.press('ArrowDown')
  await popup.press('ArrowDown')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'role-03' })
})

test('a click on a role switches to it', async ({ driver }) => {
  const popup = await openMenu(driver)
  await popup.click({ role: 'option', name: /^role-05/ })
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'role-05' })
})

test('Escape clears what was typed, and then closes the menu', async ({ driver }) => {
  const popup = await openMenu(driver)
  await popup.type('07')
  await eventually(async () => expect(await rows(popup)).toHaveLength(1))
  await popup.press('Escape')
  await eventually(async () => expect((await popup.all(searchBox))[0]?.value).toBe(''))
  expect(await activeRole(popup)).toBe('role-01')
  await popup.press('Escape')
  await eventually(async () => expect(await popup.isOpen()).toBe(false))
})

test('Enter does nothing where nothing matches', async ({ driver, demo }) => {
  const popup = await openMenu(driver)
  await popup.type('zzzz')
  await eventually(async () => expect(await says(popup)).toContain('No role matches “zzzz”.'))
  await popup.press('Enter')
  await popup.press('Escape')
  await popup.press('Enter')
  // Only the second Enter switches. If the first one did, it would show before this.
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'role-01' })
  expect(demo.switches).toHaveLength(1)
})

test('what is typed while the roles load counts', async ({ driver }) => {
  const popup = await driver.pressToolbarButton()
  await popup.type('11')
  await eventually(async () => expect(await activeRole(popup)).toBe('role-11'))
  expect((await popup.all(searchBox))[0]?.value).toBe('11')
})
