import { expect, test } from '../../testing/browser-test'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[payments-production]
aws_account_id = 444455556666
role_name = Operator
group = Production
description = "Card payments; changes need a second person"

[payments-staging]
aws_account_id = 777788889999
role_name = Developer
group = Staging

[shop-production]
aws_account_id = 333344445555
aws_account_alias = acme-shop
role_name = Operator
group = Production

[データ基盤]
aws_account_id = 210987654321
role_name = Engineer
`

test('roles are found by words in any order, parts, typos and account ids', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  for (const [query, names] of [
    ['pay', ['payments-production', 'payments-staging']],
    ['PAY', ['payments-production', 'payments-staging']],
    ['pay prod', ['payments-production']],
    ['prod pay', ['payments-production']],
    ['  staging  ', ['payments-staging']],
    ['operator shop', ['shop-production']],
    ['second person', ['payments-production']],
    ['acme', ['shop-production']],
    ['paymnets stag', ['payments-staging']],
    ['444455556666', ['payments-production']],
    ['8888', ['payments-staging']],
    ['データ', ['データ基盤']],
    ['', ['payments-production', 'payments-staging', 'shop-production', 'データ基盤']],
  ] as const) {
    await popup.search(query)
    await expect.poll(popup.roles, `for “${query}”`).toEqual(names)
  }
})

test('the best match comes first, and is the active one', async ({ driver, demo }) => {
  await storeList(
    driver,
    `
[warehouse-of-the-shop]
aws_account_id = 444455556666
role_name = Operator

[shop]
aws_account_id = 333344445555
role_name = Operator
`,
  )
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('shop')
  await expect(popup).toShowRoles('shop', 'warehouse-of-the-shop')
})

test('where nothing matches the menu says so', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('zzzz')
  await expect(popup).toSay('No role matches “zzzz”.')
  expect(await popup.rows()).toEqual([])
})
