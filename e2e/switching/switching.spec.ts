import { expect, test } from '../../testing/browser-test'
import { partitionNames, partitions, signInHost } from '../../testing/demo-console'
import { waitForRole, who } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

for (const partition of partitionNames) {
  const roles = `
[payments]
role_arn = arn:${partition}:iam::444455556666:role/team/Operator
color = #d13212

[warehouse]
role_arn = arn:${partition}:iam::555566667777:role/Developer
`
  const region = partitions[partition].globalRegion
  const payments = {
    partition,
    region,
    'role-account': '444455556666',
    'role-name': 'Operator',
    'display-name': 'payments',
    color: 'd13212',
  }

  test(`a press, three letters and Enter switch in classic mode, partition ${partition}`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, roles)
    const console = await signIn(driver, demo, { partition })
    const before = await who(console)
    const popup = await openMenu(driver)
    await popup.type('pay')
    await popup.press('Enter')

    expect(await waitForRole(driver)).toMatchObject({ ...payments, mode: 'classic', url: before?.url })
    expect(demo.switches).toMatchObject([
      {
        mode: 'classic',
        host: signInHost(partition, region),
        fields: { action: 'switchFromBasis', roleName: 'team/Operator', account: '444455556666' },
        outcome: { kind: 'switched' },
      },
    ])
    await expect(popup).toBeClosed()
    // The console in its old place.
    expect(await driver.tabs()).toHaveLength(1)
  })

  test(`a press, three letters and Enter open a session in multi-session mode, partition ${partition}`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, roles)
    const console = await signIn(driver, demo, { partition, mode: 'multi-session' })
    const before = await who(console)
    await driver.open('about:blank')
    await console.activate()
    const popup = await openMenu(driver)
    await popup.type('pay')
    await popup.press('Enter')

    const role = await waitForRole(driver)
    expect(role).toMatchObject({ ...payments, mode: 'multi-session' })
    expect(role.session).toMatch(/^444455556666-/)
    expect(demo.switches).toMatchObject([
      {
        mode: 'multi-session',
        host: signInHost(partition, region),
        sessionId: before?.session,
        fields: { roleName: 'team/Operator', account: '444455556666' },
        outcome: { kind: 'switched' },
      },
    ])
    await expect(popup).toBeClosed()
    // The new tab is next to the one that it was opened from, which is unchanged.
    const tabs = await driver.tabs()
    expect(tabs.map(({ active }) => active)).toEqual([false, true, false])
    expect(await who(console)).toEqual(before)
  })
}

const twoRoles = `
[payments]
aws_account_id = 444455556666
role_name = Operator

[warehouse]
aws_account_id = 555566667777
role_name = Developer
`

test('from a role one goes on to the next, and back in a single press each', async ({ driver, demo }) => {
  await storeList(driver, twoRoles)
  await signIn(driver, demo)
  for (const name of ['payments', 'warehouse', 'payments']) {
    const popup = await openMenu(driver)
    await popup.type(name)
    await popup.press('Enter')
    await expect(driver).toShowConsole({ 'display-name': name })
  }
  expect(demo.switches.map(({ outcome }) => outcome.kind)).toEqual(['switched', 'switched', 'switched'])
})

for (const [what, page] of [
  ['requires Trusted Types', { policy: 'trusted-types' }],
  ['says multi-session mode by a string', { sessionData: { prismModeEnabled: 'false' } }],
] as const) {
  test(`a console page that ${what} is switched from all the same`, async ({ driver, demo }) => {
    demo.behave({ page })
    await storeList(driver, twoRoles)
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await popup.press('Enter')
    expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
  })
}

for (const [who, signedIn] of [
  ['a federated user', { user: { kind: 'federated', role: 'Engineering', name: 'a@example.com' } }],
  [
    'an Identity Center user',
    { user: { kind: 'identity-center', permissionSet: 'Power_User', name: 'a@example.com' } },
  ],
  ['a user of an account that is shown by its alias', { alias: 'acme-base' }],
] as const) {
  test(`${who} is offered the roles of the base account`, async ({ driver, demo }) => {
    await storeList(
      driver,
      `
[acme-base]
aws_account_id = 111122223333
aws_account_alias = acme-base

[payments]
source_profile = acme-base
aws_account_id = 444455556666
role_name = Operator
`,
    )
    await signIn(driver, demo, signedIn)
    const popup = await openMenu(driver)
    await expect.poll(popup.rows).toHaveLength(1)
    await popup.press('Enter')
    expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
  })
}
