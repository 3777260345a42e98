import { expect, test } from '../../testing/browser-test'
import type { Menu } from '../../testing/pages/menu'
import { expectAccessible } from '../../testing/steps/axe'
import { configure, openOptions } from '../../testing/steps/configure'
import { activeTab, waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[payments]
aws_account_id = 444455556666
role_name = team/Operator
regions = eu-west-3 us-west-2

[live]
aws_account_id = 555566667777
role_name = Admin
color = d13212
confirm = true

[also-live]
aws_account_id = 555566667777
role_name = Reader
group = Live
`

async function button(popup: Menu, name: string | RegExp): Promise<void> {
  await popup.click({ role: 'button', name })
}

test('what there is to a role is copied from its panel', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('ArrowRight')
  await expect(popup).toShow({ role: 'heading', name: 'payments' })
  await expectAccessible(popup, 'the panel of a role')
  const copied: string[] = []
  for (const name of [
    /^Copy the account id/,
    /^Copy the role’s ARN/,
    /aws-vault exec/,
    /aws --profile/,
    /export AWS_PROFILE/,
    /^Copy AWS’s switch-role link/,
  ]) {
    await button(popup, name)
    await expect(popup).toSay(/^Copied\.$/)
    await popup.press('Escape')
    await expect.poll(popup.takesKeys).toBe(true)
    await popup.press('Control+v')
    await expect.poll(popup.query).not.toBe('')
    copied.push((await popup.query()) ?? '')
    await popup.press('Escape')
    await expect.poll(popup.query).toBe('')
    await popup.press('ArrowRight')
    await expect.poll(popup.showsActions).toBe(true)
  }
  expect(copied).toEqual([
    '444455556666',
    'arn:aws:iam::444455556666:role/team/Operator',
    'aws-vault exec payments --',
    'aws --profile payments',
    'export AWS_PROFILE=payments',
    'https://signin.aws.amazon.com/switchrole?account=444455556666&roleName=team%2FOperator&displayName=payments',
  ])
})

test('the sign-in of the AWS CLI is the one that the role’s credentials come from', async ({
  driver,
  demo,
}) => {
  const portal = 'sso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1\n'
  const target = 'aws_account_id = 444455556666\nrole_name = Operator\n'
  await storeList(
    driver,
    `[identity]\naws_account_id = 111122223333\n
[reader]\n${portal}sso_account_id = 111122223333\nsso_role_name = Reader\n
[shop]\n${target}source_profile = identity\n[pay]\n${target}source_profile = reader\n[free]\n${target}`,
  )
  await signIn(driver, demo, {
    user: { kind: 'identity-center', permissionSet: 'Reader', name: 'engineer@example.com' },
  })
  for (const [name, command] of [
    ['reader', 'aws sso login --profile reader'],
    ['pay', 'aws sso login --profile reader'],
    ['shop', 'aws login --profile identity'],
    ['free', 'aws-vault exec free --'],
  ] as const) {
    const popup = await openMenu(driver)
    await popup.type(name)
    await popup.press('ArrowRight')
    await expect.poll(async () => (await popup.commands())[0]).toBe(command)
    await popup.press('Escape')
    await expect.poll(popup.takesKeys).toBe(true)
    await popup.press('Escape')
    await popup.press('Escape')
  }
})

test('commands are quoted for the chosen shell, and not offered where it can’t take the name', async ({
  driver,
  demo,
}) => {
  const role = 'aws_account_id = 444455556666\nrole_name = Operator\n'
  const options = await configure(driver, `[quoted & "b"]\n${role}[plain & b]\n${role}`)
  const commands = async (name: string) => {
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await popup.type(name)
    await popup.press('ArrowRight')
    await expect.poll(popup.showsActions).toBe(true)
    const texts = await popup.commands()
    await popup.press('Escape')
    return texts
  }
  const missing = expect.stringMatching(/^Some commands are missing/)
  for (const [shell, quoted, plain] of [
    [
      'sh, bash or zsh',
      [
        `aws-vault exec 'quoted & "b"' --`,
        `aws --profile 'quoted & "b"'`,
        `export AWS_PROFILE='quoted & "b"'`,
      ],
      [`aws-vault exec 'plain & b' --`, `aws --profile 'plain & b'`, `export AWS_PROFILE='plain & b'`],
    ],
    [
      'PowerShell',
      [`$env:AWS_PROFILE = 'quoted & "b"'`, missing],
      [`aws-vault exec 'plain & b' --`, `aws --profile 'plain & b'`, `$env:AWS_PROFILE = 'plain & b'`],
    ],
    [
      'Command Prompt (cmd.exe)',
      [missing],
      [`aws-vault exec "plain & b" --`, `aws --profile "plain & b"`, `set "AWS_PROFILE=plain & b"`],
    ],
  ] as const) {
    await options.settings.turn({ role: 'radio', name: shell }, true)
    expect(await commands('quoted')).toEqual(quoted)
    expect(await commands('plain')).toEqual(plain)
  }
})

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a role opens in another region, a new tab or a new window, in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    let popup = await openMenu(driver)
    await popup.type('pay >moon')
    await expect(popup).toSay('No region “moon”')
    await popup.press('Enter')
    await popup.press('Escape')
    await popup.type('pay >us')
    // The role's own regions come before all others.
    await expect(popup).toSay('Opens in us-west-2')
    await popup.press('Enter')
    expect(await waitForRole(driver)).toMatchObject({ region: 'us-west-2', 'display-name': 'payments' })
    expect(demo.switches).toHaveLength(1)

    await signIn(driver, demo, { mode })
    popup = await openMenu(driver)
    await popup.press('ArrowRight')
    await expect.poll(popup.showsActions).toBe(true)
    await button(popup, 'Open in eu-west-3')
    expect(await waitForRole(driver)).toMatchObject({ region: 'eu-west-3' })

    const console = await signIn(driver, demo, { mode })
    const before = (await driver.tabs()).length
    popup = await openMenu(driver)
    await popup.press('Control+Enter')
    await expect.poll(() => driver.tabs()).toHaveLength(before + 1)
    expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'payments' })
    expect(await activeTab(driver)).not.toBe(console)
  })
}

test('what a role’s panel offers opens where it says, whatever region is typed', async ({ driver, demo }) => {
  await storeList(driver, text)
  for (const [typed, pressed, region] of [
    ['pay >us', 'Open in eu-west-3', 'eu-west-3'],
    ['pay >moon', 'Open in a new tab', 'us-east-1'],
  ] as const) {
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    await popup.type(typed)
    await popup.press('ArrowRight')
    await expect.poll(popup.showsActions).toBe(true)
    await button(popup, pressed)
    expect(await waitForRole(driver)).toMatchObject({ region, 'display-name': 'payments' })
  }
})

for (const mode of ['classic', 'multi-session'] as const) {
  test(`a role opens in a new window, in ${mode} mode`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    const windows = () =>
      driver.evaluateInBackground(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { windows: { getAll(): Promise<readonly { readonly id: number }[]> } }
        }
        return (await chrome.windows.getAll()).map(({ id }) => id)
      })
    const before = await windows()
    const popup = await openMenu(driver)
    await popup.press('Control+Shift+Enter')
    await expect.poll(windows).toHaveLength(before.length + 1)
    await expect.poll(() => demo.switches[0]?.outcome.kind).toBe('switched')
    // Resets the windows for the next test, because the driver closes only tabs of its own window.
    await driver.evaluateInBackground(async kept => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          windows: {
            getAll(): Promise<readonly { readonly id: number }[]>
            remove(id: number): Promise<void>
          }
        }
      }
      for (const { id } of await chrome.windows.getAll())
        if (!kept.includes(id)) await chrome.windows.remove(id)
    }, before)
  })
}

test('a switch that is to be confirmed takes a second Enter, but none of habit', async ({ driver, demo }) => {
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.open('menu')
  await options.fill({ label: 'Ask before switching to these groups' }, 'LIVE')
  await options.press('Tab')
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('also')
  await popup.press('Enter')
  await expect.poll(popup.question).toContain('also-live')
  await popup.press('Escape')
  await expect.poll(popup.query).toBe('also')
  await popup.press('Escape')
  await popup.type('live Admin')
  await expect(popup).toShowRoles('live')
  await popup.press('Enter')
  // Pressed immediately, this is ignored.
  await popup.press('Enter')
  await expect.poll(popup.question).toMatch(/live\s+Admin\s+5555-6666-7777/)
  await expect.poll(popup.canConfirm).toBe(true)
  expect(demo.switches).toEqual([])
  await expectAccessible(popup, 'the question')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'live' })
})

test('Enter held down asks, and goes on asking', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('live Admin')
  await expect(popup).toShowRoles('live')
  await popup.hold('Enter')
  await expect(async () => {
    await popup.hold('Enter')
    await expect.poll(popup.canConfirm).toBe(true)
  }).toPass()
  for (let repetition = 0; repetition < 5; repetition++) await popup.hold('Enter')
  await popup.release('Enter')
  await expect.poll(popup.canConfirm).toBe(true)
  expect(demo.switches).toEqual([])
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ 'display-name': 'live' })
})

test('in classic mode the menu switches back, by its first row and by a key', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  for (const how of ['row', 'key'] as const) {
    await (await openMenu(driver)).press('Enter')
    await waitForRole(driver)
    const popup = await openMenu(driver)
    expect((await popup.rows())[0]?.name).toMatch(/^Switch back · 1111-2222-3333/)
    if (how === 'key') await popup.press('Control+b')
    else {
      await popup.press('Home')
      await popup.press('Enter')
    }
    await expect(driver).toShowConsole({ account: '111122223333', 'role-name': '' })
  }
  // A refusal is reported.
  await (await openMenu(driver)).press('Enter')
  await waitForRole(driver)
  demo.behave({ page: { csrf: 'none' } })
  await (await activeTab(driver)).reload()
  const refused = await openMenu(driver)
  await refused.press('Control+b')
  await expect(refused).toSay(/Couldn’t switch back.*CSRF/s)
  await refused.close()

  demo.reset()
  await signIn(driver, demo)
  // Without a switch there is nothing to go back from.
  expect((await (await openMenu(driver)).rowNames()).join()).not.toContain('Switch back')
})
