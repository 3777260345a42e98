import { expect, test } from '../../testing/browser-test'
import { openOptions } from '../../testing/steps/configure'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[harbour]
aws_account_id = 111122223333

[vale]
aws_account_id = 222233334444

[portal]
aws_account_id = 111122223333
role_name = Engineering

[payments]
source_profile = harbour
aws_account_id = 444455556666
role_name = Operator

[warehouse]
source_profile = vale
aws_account_id = 555566667777
role_name = Operator

[audit]
source_profile = portal
aws_account_id = 666677778888
role_name = Auditor

[customs]
role_arn = arn:aws-us-gov:iam::567890123456:role/Customs

[quay]
source_profile = customs
aws_account_id = 678901234567
role_name = Operator
`

const hidden = {
  warehouse: /warehouse.*Sign in to the base account vale/s,
  audit: /audit.*Sign in to the base account harbour|audit.*portal.*with the role Engineering/s,
  customs: /^customs\s+This role is only available.*GovCloud.*\. Its role_arn names the partition/m,
  quay: /^quay\s+This role is only available.*GovCloud.*customs.*\. Its source_profile is \[.*customs.*\]/m,
} as const

test('roles that can’t be switched to from here are counted, and told with the reason', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(popup.roles).toEqual(['payments'])
  await popup.click({ role: 'button', name: '4 hidden' })
  for (const reason of Object.values(hidden)) {
    await expect.poll(popup.hiddenRoles).toMatch(reason)
  }
})

test('a search for a hidden role says why it is hidden', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('warehouse')
  await expect(popup).toSay(hidden.warehouse)
})

test('where no role at all can be switched to, the reasons are told at once', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { account: '999988887777' })
  const popup = await openPopup(driver)
  await expect(popup).toSay('any of your roles')
  for (const reason of [/payments.*base account harbour/s, hidden.warehouse, hidden.customs]) {
    await expect.poll(popup.hiddenRoles).toMatch(reason)
  }
})

test('a role of another account’s base appears once one is signed in there', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { account: '222233334444' })
  expect(await (await openMenu(driver)).roles()).toEqual(['warehouse'])
})

test('a role of a portal base appears for those with its permission set', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, {
    user: { kind: 'identity-center', permissionSet: 'Engineering', name: 'a@example.com' },
  })
  expect(await (await openMenu(driver)).roles()).toEqual(['payments', 'audit'])
})

test('the reasons show no account id where those are hidden', async ({ driver, demo }) => {
  await storeList(driver, text.replace('111122223333', 'acme-base'))
  const options = await openOptions(driver)
  const hideAccountIds = { role: 'checkbox', name: 'Hide account ids' } as const
  await options.settings.turn(hideAccountIds, true)
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect.poll(popup.hiddenRoles).toMatch(/payments\s+Sign in.*harbour.*alias/)
  expect(await popup.hiddenRoles()).not.toMatch(/\d{12}/)
})
