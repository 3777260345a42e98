import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { expectAccessible } from '../../testing/steps/axe'
import { configure, openOptions } from '../../testing/steps/configure'
import { eventually } from '../../testing/steps/eventually'
import { activeRole, openMenu, profileName, rows } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

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

async function names(popup: Surface): Promise<readonly string[]> {
  return (await rows(popup)).map(profileName)
}

test('a pinned role stays on top, also in the next menu, until it is unpinned', async ({ driver, demo }) => {
  await configure(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('End')
  await popup.press('Control+d')
  await eventually(async () => expect((await names(popup))[0]).toBe('sandbox'))
  expect(await activeRole(popup)).toBe('sandbox')
  expect((await rows(popup))[0]?.name).toContain('pinned')
  const next = await openMenu(driver)
  expect((await names(next))[0]).toBe('sandbox')
  await next.press('Control+d')
  await eventually(async () => expect((await names(next)).at(-1)).toBe('sandbox'))
})

test('groups have headings that fold, and stay folded', async ({ driver, demo }) => {
  await configure(driver, text)
  const options = await openOptions(driver)
  await options.click({ role: 'radio', name: 'Group' })
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  const all = ['Production', 'payments', 'warehouse', 'Staging', 'sandbox', 'buckets']
  expect(await names(popup)).toEqual(all)
  // Enter chooses the first role, not a heading.
  expect(await activeRole(popup)).toBe('payments')
  await popup.press('ArrowLeft')
  await eventually(async () =>
    expect(await names(popup)).toEqual(['Production', 'Staging', 'sandbox', 'buckets']),
  )
  expect(await activeRole(popup)).toBe('Production')
  expect((await rows(popup))[0]?.name).toMatch(/Production 2 roles collapsed/)
  await expectAccessible(popup, 'the menu with headings')

  const next = await openMenu(driver)
  expect(await names(next)).toEqual(['Production', 'Staging', 'sandbox', 'buckets'])
  // A collapsed role is still found.
  await next.type('ware')
  await eventually(async () => expect(await names(next)).toEqual(['warehouse']))
  await next.press('Escape')
  await next.press('Home')
  await next.press('Enter')
  await eventually(async () => expect(await names(next)).toEqual(all))
})

test('what is used most comes first where the user wants it', async ({ driver, demo }) => {
  await configure(driver, text)
  const options = await openOptions(driver)
  await options.click({ role: 'radio', name: 'Frequent' })
  for (const name of ['sandbox', 'warehouse', 'sandbox']) {
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await popup.type(name)
    await popup.press('Enter')
    await eventually(async () => expect(await popup.isOpen()).toBe(false))
  }
  await signIn(driver, demo)
  expect(await names(await openMenu(driver))).toEqual(['sandbox', 'warehouse', 'payments', 'buckets'])
})

test('signs narrow the search to group, account or role', async ({ driver, demo }) => {
  await configure(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  for (const [query, found] of [
    ['@prod', ['payments', 'warehouse']],
    ['#5555', ['payments', 'warehouse', 'buckets']],
    ['/admin', ['sandbox']],
    ['ware @prod', ['warehouse']],
  ] as const) {
    await popup.type(query)
    await eventually(async () => expect(await names(popup)).toEqual(found))
    await popup.press('Escape')
    await eventually(async () => expect(await names(popup)).toHaveLength(4))
  }
})

test('the role that a page is for comes first there', async ({ driver, demo }) => {
  await configure(driver, text)
  await signIn(driver, demo, { landing: { region: 'eu-west-1' } })
  const popup = await openMenu(driver)
  expect((await names(popup))[0]).toBe('buckets')
  expect((await rows(popup))[0]?.name).toContain('for this page')
})

test('a question mark shows the keys, and Escape goes back to the list', async ({ driver, demo }) => {
  await configure(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('?')
  const help = async () => (await popup.all({ css: '.help' }))[0]?.text
  await eventually(async () => expect(await help()).toContain('Switch back to the base account'))
  expect(await help()).toMatch(/PgUp\s*PgDn.*Home\s*End/s)
  await expectAccessible(popup, 'the help')
  await popup.press('Escape')
  await eventually(async () => expect(await names(popup)).toHaveLength(4))
  expect(await popup.isOpen()).toBe(true)
})
