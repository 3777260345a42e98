import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import type { DemoConsole } from '../../testing/demo-console'
import { consolePage } from '../../testing/pages/console-page'
import type { Menu } from '../../testing/pages/menu'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { forgetSessions } from '../../testing/steps/sessions'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[payments]
aws_account_id = 444455556666
role_name = Operator

[warehouse]
aws_account_id = 555566667777
role_name = Developer
`

test.beforeEach(async ({ driver }) => {
  await storeList(driver, text)
})

/** Chooses the first role in multi-session mode, which AWS refuses. */
async function chooseRefused(driver: Driver, demo: DemoConsole): Promise<Menu> {
  await signIn(driver, demo, { mode: 'multi-session' })
  demo.refuseNext('UNAUTHORIZED', 'Your session may not assume the role')
  const popup = await openMenu(driver)
  await popup.press('Enter')
  return popup
}

test('AWS’s reason for refusing a session is told, and another role can be chosen', async ({
  driver,
  demo,
}) => {
  const popup = await chooseRefused(driver, demo)
  await expect(popup).toSay(/Couldn’t switch to payments.*Your session may not assume the role/s)
  await expect.poll(popup.says).toContain('UNAUTHORIZED')
  await popup.press('ArrowDown')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'warehouse' })
})

test('the details of a refusal are copied, and the menu says so if the browser doesn’t let it', async ({
  driver,
  demo,
}) => {
  const popup = await chooseRefused(driver, demo)
  await expect(popup).toSay(/Couldn’t switch to payments/)
  await popup.evaluate(() => {
    const { clipboard } = navigator
    const write = clipboard.writeText.bind(clipboard)
    clipboard.writeText = () => {
      clipboard.writeText = write
      return Promise.reject(new Error('not now'))
    }
  })
  await popup.click({ role: 'button', name: 'Copy details' })
  await expect(popup).toSay(/The browser didn’t let Rolecall copy/)
  await popup.click({ role: 'button', name: 'Copy details' })
  await expect(popup).toSay(/Copied\./)
})

test('whatever throws while a switch is made is told, and another role can be chosen', async ({
  driver,
  demo,
}) => {
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  // The effect of half a character in a name.
  await popup.evaluate(() => {
    const original = globalThis.encodeURIComponent
    globalThis.encodeURIComponent = () => {
      globalThis.encodeURIComponent = original
      throw new Error('broken for once')
    }
  })
  await popup.press('Enter')
  await expect(popup).toSay(/Couldn’t switch to payments.*broken for once/s)
  await popup.press('ArrowDown')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'warehouse' })
})

test('a refusal in classic mode is AWS’s own page, and the menu says what it can mean', async ({
  driver,
  demo,
}) => {
  const console = await signIn(driver, demo)
  demo.refuseNext('ACCESS_DENIED', 'You may not assume the role')
  const popup = await openMenu(driver)
  await popup.press('Enter')
  await expect.poll(consolePage(console).refusal).toBe('You may not assume the role')
  // Firefox doesn't say where the tab is then.
  if (driver.name === 'firefox') {
    await expect(popup).toBeClosed()
    return
  }
  await expect(popup).toSay('one of AWS’s own pages')
  await popup.showCauses()
  await expect(popup).toSay('trust policy')
})

test('from a session that is a switched role AWS refuses, and the menu says why', async ({
  driver,
  demo,
}) => {
  const base = await signIn(driver, demo, { mode: 'multi-session' })
  await (await openMenu(driver)).press('Enter')
  await waitForRole(driver)
  // If the base account's session isn't known, only the role's own remains.
  await base.close()
  await forgetSessions(driver)
  const popup = await openMenu(driver)
  await popup.type('ware')
  await popup.press('Enter')
  await expect(popup).toSay('the role does not trust this session')
  await popup.showCauses()
  await expect(popup).toSay('This tab is in a role itself')
})

for (const mode of ['classic', 'multi-session'] as const) {
  test(`if a page’s policy forbids the request, Enter opens AWS’s own form, in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    demo.behave({ page: { policy: 'no-sign-in' } })
    await signIn(driver, demo, { mode })
    const popup = await openMenu(driver)
    await popup.press('Enter')
    await expect(popup).toSay('own security policy')
    await expect.poll(popup.says).toContain('Press Enter to open AWS’s own switch form')
    expect(demo.switches).toEqual([])
    await popup.press('Enter')
    await expect(driver).toBeAt(
      /^https:\/\/signin\.aws\.amazon\.com\/switchrole\?account=444455556666&roleName=Operator&displayName=payments/,
    )
  })
}

// Chromium also checks the redirect after a form against a page's policy. Firefox doesn't.
test('a page whose policy forbids the way back is in the role all the same', async ({ driver, demo }) => {
  demo.behave({ page: { policy: 'no-return' } })
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
  await expect(popup).toBeClosed()
})

test('a page whose policy forbids the way back goes on to the role’s region, and back', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text.replace('[payments]', '[payments]\nregion = us-east-2'))
  demo.behave({ page: { policy: 'no-return' } })
  // Navigating to the page's own address loads nothing if it has a fragment.
  await signIn(driver, demo, { landing: { path: '/ec2/home#Instances:', region: 'eu-west-3' } })
  await (await openMenu(driver)).press('Enter')
  const url = 'https://us-east-2.console.aws.amazon.com/ec2/home?region=us-east-2#Instances:'
  await expect(driver).toShowConsole({ 'display-name': 'payments', url })
  const popup = await openMenu(driver)
  await popup.press('Control+b')
  await expect(driver).toShowConsole({ 'display-name': '', url })
  await expect(popup).toBeClosed()
})

for (const policy of ['as-aws', 'no-return'] as const) {
  test(`a refusal on the way to a global page is told if the page’s policy is ${policy}`, async ({
    driver,
    demo,
  }) => {
    test.skip(driver.name === 'firefox', 'Firefox doesn’t say where the tab is then.')
    await storeList(driver, text.replace('[payments]', '[payments]\nregion = us-east-2'))
    demo.behave({ page: { policy } })
    await signIn(driver, demo, { landing: { path: '/ec2/home#Instances:', region: 'eu-west-3' } })
    demo.refuseNext('UNAUTHORIZED', 'You may not assume the role')
    const popup = await openMenu(driver)
    await popup.search(
      'https://444455556666-abcd1234.us-east-1.console.aws.amazon.com/iam/home#/roles/details/Deploy',
    )
    await expect(popup).toShowRoles('payments')
    await popup.press('Enter')
    await expect(popup).toSay('one of AWS’s own pages')
  })
}

for (const [what, answer, sentence] of [
  ['is nothing that can be read', { kind: 'junk', body: '<!doctype html>Hello' }, /recognize AWS’s response/],
  [
    'is an error without words',
    { kind: 'junk', body: 'Bad gateway', status: 502 },
    /returned an error \(HTTP 502\)/,
  ],
  ['names no destination', { kind: 'no-destination' }, /recognize AWS’s response/],
  [
    'leads to a host that isn’t AWS’s',
    { kind: 'destination', url: 'https://signin.aws.amazon.com.evil.example/' },
    /“signin\.aws\.amazon\.com\.evil\.example”, which isn’t an AWS site/,
  ],
  ['leads to a script', { kind: 'destination', url: 'javascript:alert(1)' }, /isn’t an AWS site/],
] as const) {
  test(`an answer that ${what} opens nothing, and the menu says so`, async ({ driver, demo }) => {
    await signIn(driver, demo, { mode: 'multi-session' })
    demo.answerNext(answer)
    const popup = await openMenu(driver)
    await popup.press('Enter')
    await expect(popup).toSay(sentence)
    expect(await driver.tabs()).toHaveLength(1)
  })
}

test('a page without a CSRF token is said to have none, and nothing is sent', async ({ driver, demo }) => {
  demo.behave({ page: { csrf: 'none' } })
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('Enter')
  await expect(popup).toSay('no CSRF token')
  expect(demo.switches).toEqual([])
})

test('a switch that is never answered is given up after 15 seconds', async ({ driver, demo }) => {
  await signIn(driver, demo, { mode: 'multi-session' })
  demo.answerNext({ kind: 'hang' })
  const popup = await openMenu(driver)
  await popup.press('Enter')
  await expect(popup).toSay('Switching to payments…')
  await expect(popup).toSay('no response within 15 seconds', {
    timeout: 20_000,
  })
  expect(await who(await activeTab(driver))).toMatchObject({ 'role-name': '' })
})
