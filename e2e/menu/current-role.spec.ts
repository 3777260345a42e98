import { expect, test } from '../../testing/browser-test'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[base]
aws_account_id = 111122223333

[payments]
source_profile = base
role_arn = arn:aws:iam::444455556666:role/team/Operator

[payments-reader]
source_profile = base
role_arn = arn:aws:iam::444455556666:role/Reader

[archive]
aws_account_id = 555566667777
role_name = Operator
`

test('in classic mode the role one is in is marked among all that one can switch to', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await (await openMenu(driver)).press('Enter')
  await waitForRole(driver)
  const names = await (await openMenu(driver)).rowNames()
  // Including the row that switches back.
  expect(names).toHaveLength(4)
  expect(names.filter(name => name.includes('current'))).toEqual([
    expect.stringMatching(/^payments .*current/),
  ])
})

test('in multi-session mode the new session’s own role is marked', async ({ driver, demo }) => {
  // A session's menu lists the roles available from its own account.
  await storeList(
    driver,
    text.replace(
      'source_profile = base\nrole_arn = arn:aws:iam::444455556666:role/team',
      'role_arn = arn:aws:iam::444455556666:role/team',
    ),
  )
  await signIn(driver, demo, { mode: 'multi-session' })
  await (await openMenu(driver)).press('Enter')
  await waitForRole(driver)
  const names = await (await openMenu(driver)).rowNames()
  expect(names.filter(name => name.includes('current'))).toEqual([
    expect.stringMatching(/^payments .*current/),
  ])
})
