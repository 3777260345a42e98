import { expect, test } from '../../testing/browser-test'
import { stored } from '../../testing/pages/stored'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[payments]
aws_account_id = 444455556666
role_name = Operator
group = Production

[warehouse]
aws_account_id = 555566667777
role_name = Developer
group = Production

[buckets]
aws_account_id = 555566667777
role_name = team/Reader
match = */s3/ */console/home?region=eu-west-1

[sandbox]
aws_account_id = 666677778888
role_name = Admin
group = Staging
`

test('a pinned role stays on top, also in the next menu, until it is unpinned', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('End')
  await popup.press('Control+d')
  await expect.poll(async () => (await popup.roles())[0]).toBe('sandbox')
  await expect.poll(popup.activeRole).toBe('sandbox')
  expect((await popup.rows())[0]?.name).toContain('pinned')
  await expect.poll(() => stored(popup, 'menuLayout')).toMatchObject({ value: { pinned: ['sandbox'] } })
  const next = await openMenu(driver)
  expect((await next.roles())[0]).toBe('sandbox')
  await next.press('Control+d')
  await expect.poll(async () => (await next.roles()).at(-1)).toBe('sandbox')
})

test('groups have headings that fold, and stay folded', async ({ driver, demo }) => {
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.settings.turn({ role: 'radio', name: 'Group' }, true)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  const all = ['Production', 'payments', 'warehouse', 'Staging', 'sandbox', 'buckets']
  await expect.poll(popup.roles).toEqual(all)
  // Enter chooses the first role, not a heading.
  await expect.poll(popup.activeRole).toBe('payments')
  await popup.press('ArrowLeft')
  await expect(popup).toShowRoles('Production', 'Staging', 'sandbox', 'buckets')
  await expect.poll(popup.activeRole).toBe('Production')
  expect((await popup.rows())[0]?.name).toMatch(/Production 2 roles collapsed/)
  await expect.poll(() => stored(popup, 'menuLayout')).toMatchObject({ value: { folded: ['Production'] } })
  await expectAccessible(popup, 'the menu with headings')

  const next = await openMenu(driver)
  await expect.poll(next.roles).toEqual(['Production', 'Staging', 'sandbox', 'buckets'])
  // A collapsed role is still found.
  await next.type('ware')
  await expect(next).toShowRoles('warehouse')
  await next.press('Escape')
  await next.press('Home')
  await next.press('Enter')
  await expect(next).toShowRoles(...all)
})

test('what is used most comes first where the user wants it', async ({ driver, demo }) => {
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.settings.turn({ role: 'radio', name: 'Frequent' }, true)
  for (const name of ['sandbox', 'warehouse', 'sandbox']) {
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await popup.type(name)
    await popup.press('Enter')
    await expect(popup).toBeClosed()
  }
  await signIn(driver, demo)
  expect(await (await openMenu(driver)).roles()).toEqual(['sandbox', 'warehouse', 'payments', 'buckets'])
})

test('signs narrow the search to group, account or role', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  for (const [query, found] of [
    ['@prod', ['payments', 'warehouse']],
    ['#5555', ['payments', 'warehouse', 'buckets']],
    ['/admin', ['sandbox']],
    ['ware @prod', ['warehouse']],
  ] as const) {
    await popup.type(query)
    await expect(popup).toShowRoles(...found)
    await popup.press('Escape')
    await expect.poll(popup.roles).toHaveLength(4)
  }
})

test('the role that a page is for comes first there', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { landing: { region: 'eu-west-1' } })
  const popup = await openMenu(driver)
  expect((await popup.roles())[0]).toBe('buckets')
  expect((await popup.rows())[0]?.name).toContain('for this page')
})

test('a question mark shows the keys, and Escape goes back to the list', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('?')
  await expect.poll(popup.help).toContain('Switch back to the base account')
  await expect.poll(popup.help).toMatch(/PgUp\s*PgDn.*Home\s*End/s)
  await expectAccessible(popup, 'the help')
  await popup.press('Escape')
  await expect.poll(popup.roles).toHaveLength(4)
  expect(await popup.isOpen()).toBe(true)
})
