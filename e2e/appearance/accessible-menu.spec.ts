import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { waitFor } from '../../testing/browsers/wait'
import type { DemoConsole, SignIn } from '../../testing/demo-console'
import { variedConfiguration as text } from '../../testing/generators/varied-configuration'
import { expectAccessible } from '../../testing/steps/axe'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeInstead, storeList } from '../../testing/steps/store-list'

/** Each role is hidden for a different reason. Together they don't fit without scrolling. */
const manyReasons = Array.from(
  { length: 12 },
  (_, index) => `
[base-${index}]
aws_account_id = 2222333344${10 + index}

[role-${index}]
source_profile = base-${index}
aws_account_id = 444455556666
role_name = Operator
`,
).join('')

interface Case {
  readonly state: string
  /** The popup's expected message. */
  readonly says: RegExp
  /** Prepares this state, up to the press on the toolbar button. */
  lead(driver: Driver, demo: DemoConsole): Promise<unknown>
}

const withoutMenu: readonly Case[] = [
  { state: 'nothing is configured', says: /No roles yet/, lead: signIn },
  {
    state: 'no profile is a role',
    says: /1 error and no usable role/,
    async lead(driver, demo) {
      await storeList(driver, '[payments]\naws_account_id = 4444\nrole_name = Operator\n')
      await signIn(driver, demo)
    },
  },
  {
    state: 'the page is not the console’s',
    says: /This isn.t the AWS console/,
    async lead(driver, demo) {
      await storeList(driver, text)
      await driver.open(demo.signInPageUrl)
    },
  },
  {
    state: 'the browser shows a page of its own in place of the console’s',
    says: /Rolecall can’t read this page/,
    async lead(driver, demo) {
      await storeList(driver, text)
      const host = 'eu-north-1.console.aws.amazon.com'
      demo.admit(host, socket => socket.destroy())
      await expect(driver.open(`https://${host}/`)).rejects.toThrow()
      await (await driver.tabs()).at(-1)?.surface.activate()
      await waitFor('the browser’s own page', async () => {
        const tab = (await driver.tabs()).at(-1)
        if (!tab?.active) return undefined
        return /^(?:about|chrome-extension|moz-extension):/.test(await tab.surface.url()) ? undefined : tab
      })
    },
  },
  onPage('nobody is signed in', /You’re signed out here/, { signedOut: true }),
  onPage('the page does not say who is signed in', /awsc-session-data/, { sessionData: '{' }),
  onPage('the sign-in host is not AWS’s', /evil\.example/, {
    sessionData: { signInEndpoint: 'signin.aws.amazon.com.evil.example' },
  }),
  {
    state: 'a newer version saved the roles',
    says: /A newer version of Rolecall saved your roles/,
    async lead(driver, demo) {
      await storeInstead(driver, { version: 99, value: { text } })
      await signIn(driver, demo)
    },
  },
  {
    state: 'what is stored is unreadable',
    says: /isn’t in a format Rolecall knows/,
    async lead(driver, demo) {
      await storeInstead(driver, 'nonsense')
      await signIn(driver, demo)
    },
  },
  {
    state: 'no role can be switched to',
    says: /any of your roles/,
    async lead(driver, demo) {
      await storeList(driver, manyReasons)
      await signIn(driver, demo)
    },
  },
]

for (const { state, says: sentence, lead } of withoutMenu) {
  test(`axe finds nothing where ${state}`, async ({ driver, demo }) => {
    await lead(driver, demo)
    const popup = await openPopup(driver)
    // The menu waits for a page that may still say who is signed in.
    await expect(popup).toSay(sentence, { timeout: 20_000 })
    await expectAccessible(popup, state)
  })
}

test('axe finds nothing where the browser refuses its storage', async ({ launchDriver, demo }) => {
  const driver = await launchDriver()
  test.skip(driver.cannot.refuseStorage !== undefined, driver.cannot.refuseStorage)
  await driver.refuseStorage()
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay(/The browser’s storage reported an error/)
  await expectAccessible(popup, 'a refused storage')
  await driver.close()
})

test('axe finds nothing in the menu', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expectAccessible(popup, 'the menu')
  await popup.search('pay')
  await expect.poll(popup.highlights).toBeGreaterThan(0)
  await expectAccessible(popup, 'the menu with a query')
  await popup.search('zzzz')
  await expect(popup).toSay('No role matches')
  await expectAccessible(popup, 'the menu without matches')
  await popup.search('elsewhere')
  await expect(popup).toSay('is hidden here')
  await expectAccessible(popup, 'the menu with a query for a hidden role')
})

test('axe finds nothing in the menu with the list of hidden roles', async ({ driver, demo }) => {
  await storeList(driver, text + manyReasons)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.click({ role: 'button', name: '13 hidden' })
  await expect(popup).toShow({ role: 'listitem' }, 13)
  await expectAccessible(popup, 'the menu with what is hidden')
})

const failures: readonly (Case & { readonly mode: SignIn['mode'] })[] = [
  {
    state: 'AWS will refuse the switch',
    mode: 'multi-session',
    says: /Your session may not assume the role/,
    async lead(_, demo) {
      demo.refuseNext('UNAUTHORIZED', 'Your session may not assume the role. '.repeat(20))
    },
  },
  {
    state: 'the page forbids the switch',
    mode: 'multi-session',
    says: /own security policy/,
    async lead(_, demo) {
      demo.behave({ page: { policy: 'no-sign-in' } })
    },
  },
  {
    state: 'the page has no token for the switch',
    mode: 'classic',
    says: /no CSRF token/,
    async lead(_, demo) {
      demo.behave({ page: { csrf: 'none' } })
    },
  },
  {
    state: 'the switch leads to a host that is not AWS’s',
    mode: 'multi-session',
    says: /evil\.example/,
    async lead(_, demo) {
      demo.answerNext({ kind: 'destination', url: 'https://signin.aws.amazon.com.evil.example/' })
    },
  },
  {
    state: 'a switch is under way',
    mode: 'multi-session',
    says: /Switching to payments/,
    async lead(_, demo) {
      demo.answerNext({ kind: 'hang' })
    },
  },
]

for (const { state, mode, says: sentence, lead } of failures) {
  test(`axe finds nothing where ${state}`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await lead(driver, demo)
    await signIn(driver, demo, { mode })
    const popup = await openMenu(driver)
    await popup.search('payments')
    await popup.press('Enter')
    await expect(popup).toSay(sentence)
    await expectAccessible(popup, state)
  })
}

function onPage(
  state: string,
  says: RegExp,
  page: Parameters<DemoConsole['behave']>[0]['page'] & object,
): Case {
  return {
    state,
    says,
    async lead(driver, demo) {
      await storeList(driver, text)
      demo.behave({ page })
      await signIn(driver, demo)
    },
  }
}
