import { expect, test } from '../../testing/browser-test'
import { waitForRole } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

/** `role-01` to `role-12`. */
const names = Array.from({ length: 12 }, (_, index) => `role-${String(index + 1).padStart(2, '0')}`)
const twelveRoles = names
  .map(name => `[${name}]\naws_account_id = 444455556666\nrole_name = Operator\n`)
  .join('\n')

test.beforeEach(async ({ driver, demo }) => {
  await storeList(driver, twelveRoles)
  await signIn(driver, demo)
})

test('the search box has the focus at once, and the first role is the active one', async ({ driver }) => {
  const popup = await openMenu(driver)
  expect(await popup.takesKeys()).toBe(true)
  expect(await popup.query()).toBe('')
  await expect.poll(popup.activeRole).toBe('role-01')
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
  await expect.poll(popup.activeRole).toBe('role-05')
  await popup.press('ArrowRight')
  // The panel still slides in, so only the names are the same.
  const focused = async () =>
    (await popup.all({ role: 'button' })).filter(button => button.focused).map(({ name }) => name)
  await expect.poll(focused).toHaveLength(1)
  const [first] = await focused()
  expect(await forget()).toBe(true)
  await expect.poll(focused).toEqual([first])
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
    await expect.poll(popup.activeRole, `after ${key}`).toBe(role)
  }
})

test('Page Down goes further than an arrow, and the active role stays in view', async ({ driver }) => {
  const popup = await openMenu(driver)
  await popup.press('PageDown')
  await expect(async () => {
    const selected = await popup.selectedRow()
    const { y = 0, height = 0 } = selected?.box ?? {}
    expect(Number(selected?.attributes['aria-posinset'])).toBeGreaterThan(3)
    expect(y + height / 2).toBeLessThan((await popup.footerTop()) ?? 0)
  }).toPass()
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
  await expect.poll(popup.rows).toHaveLength(1)
  await popup.press('Escape')
  await expect.poll(popup.query).toBe('')
  await expect.poll(popup.activeRole).toBe('role-01')
  await popup.press('Escape')
  await expect(popup).toBeClosed()
})

test('Enter does nothing where nothing matches', async ({ driver, demo }) => {
  const popup = await openMenu(driver)
  await popup.type('zzzz')
  await expect(popup).toSay('No role matches “zzzz”.')
  await popup.press('Enter')
  await popup.press('Escape')
  await popup.press('Enter')
  // Only the second Enter switches. If the first one did, it would show before this.
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'role-01' })
  expect(demo.switches).toHaveLength(1)
})

test('what is typed while the roles load counts', async ({ driver }) => {
  const popup = await openPopup(driver)
  await popup.type('11')
  await expect.poll(popup.activeRole).toBe('role-11')
  expect(await popup.query()).toBe('11')
})
