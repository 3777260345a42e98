import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { menu } from '../../testing/pages/menu'
import { stored } from '../../testing/pages/stored'
import { waitForRoleNamed } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[payments]
aws_account_id = 444455556666
role_name = Operator

[warehouse]
aws_account_id = 555566667777
role_name = Developer

[shop]
aws_account_id = 666677778888
role_name = Operator
confirm = true
`

test('a key opens a pinned role, with the question that the menu asks', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  for (const name of ['warehouse', 'shop']) {
    await popup.search(name)
    await popup.press('Control+d')
    await expect.poll(async () => (await popup.rowNames())[0]).toMatch(new RegExp(`^${name} pinned`))
  }
  await expect
    .poll(() => stored(popup, 'menuLayout'))
    .toMatchObject({ value: { pinned: ['warehouse', 'shop'] } })
  await popup.press('Escape')
  await popup.press('Escape')
  // No browser opens a menu while another is still closing.
  await expect(popup).toBeClosed()
  await driver.pressCommand('pin-1')
  await waitForRoleNamed(driver, 'warehouse')

  await driver.pressCommand('pin-2')
  const asking = menu(await waitFor('the menu', () => driver.popup()))
  await expect.poll(asking.question).toContain('shop')
  expect(demo.switches).toHaveLength(1)
  await asking.press('Escape')

  // There is no third pin: the menu opens, and nothing else happens.
  await driver.pressCommand('pin-3')
  await expect(async () => {
    const popup = await driver.popup()
    expect(popup && (await menu(popup).takesKeys())).toBe(true)
  }).toPass()
  expect(demo.switches).toHaveLength(1)
})
