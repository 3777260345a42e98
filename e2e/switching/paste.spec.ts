import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { expectAccessible } from '../../testing/steps/axe'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

const text = `
[identity]
aws_account_id = 111122223333

[payments-reader]
source_profile = identity
aws_account_id = 444455556666
role_name = Reader
region = us-east-2

[payments-operator]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
match = *.console.aws.amazon.com/lambda/*

[shop]
source_profile = identity
aws_account_id = 777788889999
role_name = Operator

[other-identity]
aws_account_id = 999900001111

[elsewhere]
source_profile = other-identity
aws_account_id = 222233334444
role_name = Operator

[profile data]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 333344445555
sso_role_name = Reader
`

const landing = { path: '/ec2/home#Instances:', region: 'eu-west-3' }
const lambda = 'arn:aws:lambda:eu-west-1:444455556666:function:pay'
const lambdaPage = 'https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/pay'

/** The address without a session's name. */
function plain(url: string | undefined): string | undefined {
  return url?.replace(/^https:\/\/\d{12}-[a-z\d]+\./, 'https://')
}

for (const mode of ['classic', 'multi-session'] as const) {
  test(`an ARN leads to its page in a role of its account, in ${mode} mode`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode, landing })
    const menu = await openMenu(driver)
    await menu.search(lambda)
    // The one for the page first.
    await expect(menu).toShowRoles('payments-operator', 'payments-reader')
    await expect(menu).toSay('Lambda · pay · eu-west-1')
    await expect(menu).toSay('Enter opens this page in the role.')
    await expectAccessible(menu, 'the menu with a pasted ARN')
    await menu.press('ArrowDown')
    await menu.press('Enter')
    expect(await waitForRole(driver)).toMatchObject({
      'role-account': '444455556666',
      'role-name': 'Reader',
    })
    await expect.poll(async () => plain((await who(await activeTab(driver)))?.url)).toBe(lambdaPage)
    expect((await who(await activeTab(driver)))?.region).toBe('eu-west-1')
  })

  test(`a link with somebody’s session leads to a global page in the role, in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode, landing })
    const menu = await openMenu(driver)
    await menu.search(
      'see https://444455556666-abcd1234.us-east-1.console.aws.amazon.com/iam/home#/roles/details/Deploy please',
    )
    await expect(menu).toShowRoles('payments-reader', 'payments-operator')
    await menu.press('Enter')
    await expect(driver).toShowConsole({ 'role-name': 'Reader' })
    await expect
      .poll(async () => plain((await who(await activeTab(driver)))?.url))
      .toBe('https://us-east-1.console.aws.amazon.com/iam/home#/roles/details/Deploy')
    // The page's policy lets a form lead only to its own host, and Chromium checks that: the form leads back to this page, in
    // its own region, where the extension may still see it.
    if (mode === 'classic' && driver.name === 'chromium') {
      expect(demo.switches[0]?.fields.redirect_uri).toMatch(/^https%3A%2F%2Feu-west-3\..*region%3Deu-west-3/)
    }
  })

  test(`a page of the tab’s own account opens without a switch, in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, text)
    const tab = await signIn(driver, demo, { mode, landing })
    const menu = await openMenu(driver)
    await menu.search('arn:aws:sns:eu-west-1:111122223333:alerts')
    await expect.poll(menu.rowNames).toEqual(['Open it in this tab’s session'])
    await menu.press('Enter')
    await expect
      .poll(async () => plain((await who(tab))?.url))
      .toBe(
        'https://eu-west-1.console.aws.amazon.com/sns/v3/home?region=eu-west-1#/topic/arn:aws:sns:eu-west-1:111122223333:alerts',
      )
    expect(demo.switches).toEqual([])
  })
}

test('an open role shows the page in its session, in a new tab', async ({ driver, demo }) => {
  await storeList(driver, text)
  const base = await signIn(driver, demo, { mode: 'multi-session', landing })
  await switchTo(driver, 'payments-reader')
  await base.activate()
  const tabs = (await driver.tabs()).length
  const menu = await openMenu(driver)
  await menu.search(`${lambda} reader`)
  await expect(menu).toShowRoles('payments-reader')
  await menu.press('Enter')
  await expect.poll(async () => plain((await who(await activeTab(driver)))?.url)).toBe(lambdaPage)
  expect((await who(await activeTab(driver)))?.['role-name']).toBe('Reader')
  await expect.poll(() => driver.tabs()).toHaveLength(tabs + 1)
  expect(demo.switches).toHaveLength(1)
})

test('a portal role opens the page from any tab', async ({ driver }) => {
  await storeList(driver, text)
  await driver.open('about:blank')
  const menu = await openMenu(driver)
  await menu.search('"arn:aws:sqs:eu-west-1:333344445555:jobs"')
  await expect(menu).toShowRoles('data')
  await menu.press('Enter')
  await expect(driver).toShowConsole({
    account: '333344445555',
    region: 'eu-west-1',
    url: expect.stringContaining(
      '/sqs/v3/home?region=eu-west-1#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F333344445555%2Fjobs',
    ),
  })
})

test('an ARN without an account keeps the list, and an account id has only its roles', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo, { landing })
  const menu = await openMenu(driver)
  await menu.search('arn:aws:s3:::orders/2026/')
  await expect(menu).toSay('The ARN doesn’t name its account, so all roles are listed.')
  await expect(menu).toShowRoles('payments-reader', 'payments-operator', 'shop', 'data')
  for (const id of [
    '444455556666',
    '4444-5555-6666',
    '4444 5555 6666',
    '４４４４５５５５６６６６',
    '"444,455,556,666"',
  ]) {
    await menu.search(id)
    await expect.poll(menu.roles, id).toEqual(['payments-reader', 'payments-operator'])
  }
  await menu.search('arn:aws:s3:::orders/2026/')
  await expect(menu).toShowRoles('payments-reader', 'payments-operator', 'shop', 'data')
  await menu.press('ArrowDown')
  await menu.press('ArrowDown')
  await menu.press('Enter')
  await expect(driver).toShowConsole({
    'display-name': 'shop',
    url: expect.stringMatching(
      /\.console\.aws\.amazon\.com\/s3\/buckets\/orders\?region=eu-west-3&prefix=2026%2F$/,
    ),
  })
})

test('the menu says why there is no role for it', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { landing })
  const menu = await openMenu(driver)
  await menu.search('arn:aws:sns:eu-west-1:222233334444:alerts')
  await expect(menu).toSay('No role here is in account 2222-3333-4444.')
  await expect(menu).toSay('“elsewhere” is hidden here.')
  await expectAccessible(menu, 'the menu without a role for a pasted ARN')
  await menu.search('5555-6666-7777')
  await expect(menu).toSay('add a role in this account to your list')
  await menu.search('arn:aws-iso:sns:us-iso-east-1:444455556666:alerts')
  await expect(menu).toSay('Enter opens the current page.')
  await menu.search('1111-2222-3333')
  await expect(menu).toSay('You’re signed in to account 1111-2222-3333')
  // What no row is known for.
  await menu.search('arn:aws:bedrock:eu-west-1:444455556666:agent/ABC')
  await expect(menu).toSay('Enter opens the one that AWS chooses')
})

test('a page with another account’s ARN is offered in that account, first', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { mode: 'multi-session' })
  const page =
    'https://eu-west-1.console.aws.amazon.com/sns/v3/home?region=eu-west-1#/topic/arn:aws:sns:eu-west-1:444455556666:alerts'
  await driver.open(page)
  const menu = await openMenu(driver)
  await expect
    .poll(async () => (await menu.roles()).slice(0, 3))
    .toEqual(['payments-reader', 'payments-operator', 'payments-reader'])
  expect((await menu.rowNames())[0]).toContain('for this page')
  await expectAccessible(menu, 'the menu on a page of another account')
  await menu.press('Home')
  await menu.press('Enter')
  await expect(driver).toShowConsole({ 'role-name': 'Reader', region: 'eu-west-1' })
  expect(plain((await who(await activeTab(driver)))?.url)).toBe(page)

  // It is that account's now.
  const next = await openMenu(driver)
  expect((await next.rowNames())[0]).toMatch(/^Switch back/)
})

test('ten thousand roles are no more trouble', async ({ driver, demo }) => {
  test.slow()
  await storeList(driver, `${generatedConfiguration(10_000)}${text}`)
  await signIn(driver, demo, { landing })
  const menu = await openMenu(driver)
  await menu.search(lambda)
  await expect(menu).toShowRoles('payments-operator', 'payments-reader')
  await menu.press('Enter')
  await expect(driver).toShowConsole({ 'display-name': 'payments-operator', region: 'eu-west-1' })
})

test.describe('with the console’s hosts allowed', () => {
  test.use({ driverOptions: { grants: consolePatterns } })

  test('an ARN leads to its page from a page of another service’s own host', async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { landing: { path: '/iam/home#/users', region: 'us-east-1' } })
    const menu = await openMenu(driver)
    await menu.search(lambda)
    await expect(menu).toShowRoles('payments-operator', 'payments-reader')
    await menu.press('Enter')
    await expect(driver).toShowConsole({ 'display-name': 'payments-operator' })
    await expect.poll(async () => (await who(await activeTab(driver)))?.url).toBe(lambdaPage)
  })
})
