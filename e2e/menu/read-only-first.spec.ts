import { expect, test } from '../../testing/browser-test'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions } from '../../testing/steps/configure'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[shop-production]
aws_account_id = 333344445555
role_name = Operator
reader = shop-readonly

[shop-readonly]
aws_account_id = 333344445555
role_name = ReadOnly

[payments-live]
aws_account_id = 444455556666
role_name = Operator
group = Live
reader = payments-reader

[payments-reader]
source_profile = elsewhere
aws_account_id = 444455556666
role_name = Reader

[elsewhere]
aws_account_id = 999988887777

[warehouse-admin]
aws_account_id = 555566667777
role_name = Admin
group = Live

[warehouse-audit]
aws_account_id = 555566667777
role_name = SecurityAudit
group = Live

[vault-production]
aws_account_id = 666677778888
role_name = Owner
confirm = name
`

for (const mode of ['classic', 'multi-session'] as const) {
  test(`Enter takes a role’s reader, and Shift+Enter the role itself, in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    let popup = await openMenu(driver)
    await popup.type('shop-prod')
    await expect
      .poll(popup.rowNames)
      .toEqual([expect.stringMatching(/^shop-production .*Enter opens shop-readonly/)])
    await expect(popup).toSay('Shift+Enter opens the role itself')
    await expectAccessible(popup, 'the menu with a role that opens read-only first')
    await popup.press('Enter')
    expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-readonly' })
    expect(demo.switches).toHaveLength(1)

    await signIn(driver, demo, { mode })
    popup = await openMenu(driver)
    await popup.type('shop-prod')
    await expect(popup).toSay('Shift+Enter opens the role itself')
    await popup.press('Shift+Enter')
    expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-production' })
  })
}

test('a role’s panel takes the role itself', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('shop-prod')
  await expect(popup).toSay('Shift+Enter opens the role itself')
  await popup.press('ArrowRight')
  await popup.click({ role: 'button', name: 'Switch to shop-production' })
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-production' })
})

test('in its reader’s tab, and without its reader, the role asks first', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  let popup = await openMenu(driver)
  await popup.type('payments-live')
  await popup.press('Enter')
  await expect.poll(popup.question).toContain('The read-only role, payments-reader, isn’t available here')
  await popup.press('Escape')
  await popup.press('Escape')
  await popup.type('shop-prod')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'shop-readonly' })

  popup = await openMenu(driver)
  await popup.type('shop-prod')
  await popup.press('Enter')
  await expect.poll(popup.canConfirm).toBe(true)
  expect(demo.switches).toHaveLength(1)
  await popup.press('Enter')
  await expect(driver).toShowConsole({ 'display-name': 'shop-production' })
})

test('a group opens read-only first if the settings say so', async ({ driver, demo }) => {
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.open('menu')
  await options.fill({ label: 'Open these groups read-only first' }, 'live')
  await options.press('Tab')
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('warehouse-admin')
  await expect(popup).toSay('Shift+Enter opens the role itself')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'warehouse-audit' })
})

test('a switch is confirmed by the profile’s name, or its last word', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('vault')
  await popup.press('Enter')
  await expect.poll(popup.question).toContain('Type vault-production or only production to switch.')
  await expectAccessible(popup, 'the question for the name')
  await popup.press('Enter')
  await popup.type('vault')
  await popup.press('Enter')
  expect(await popup.canConfirm()).toBe(false)
  expect(demo.switches).toEqual([])
  await popup.fill({ label: /^Type vault-production/ }, 'Production')
  await expect.poll(popup.canConfirm).toBe(true)
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'vault-production' })
})

test('a group asks for the name if the settings say so, and the preview says what a role asks', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.open('menu')
  await options.fill({ label: 'Type the name for these groups' }, 'live')
  await options.press('Tab')
  await options.open('roles')
  await options.click({ role: 'option', name: /^warehouse-admin/ })
  await expect.poll(options.preview.note).toBe('warehouse-admin asks for its name')
  await options.click({ role: 'option', name: /^shop-production/ })
  await expect.poll(options.preview.note).toBe('Enter opens shop-readonly, Shift+Enter shop-production')
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('warehouse-admin')
  await popup.press('Enter')
  await expect.poll(popup.question).toContain('Type warehouse-admin or only admin to switch.')
})
