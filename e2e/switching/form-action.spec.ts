import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { waitForRole, who } from '../../testing/steps/console'
import { signIn } from '../../testing/steps/sign-in'

/** Posts the form of a classic switch from the page itself, like any switcher. */
async function post(page: Surface, redirect: string): Promise<void> {
  await page.evaluate(redirect => {
    const { AWSC } = window as unknown as { AWSC: { Auth: { getMbtc(): number } } }
    const fields = {
      mfaNeeded: '0',
      action: 'switchFromBasis',
      src: 'nav',
      csrf: String(AWSC.Auth.getMbtc()),
      account: '444455556666',
      roleName: 'Operator',
      displayName: 'payments',
      color: 'aaaaaa',
      redirect_uri: encodeURIComponent(redirect),
    }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      document.documentElement.dataset.violated = effectiveDirective
    })
    const form = document.createElement('form')
    form.method = 'POST'
    form.action = 'https://us-east-1.signin.aws.amazon.com/switchrole'
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value })
      form.append(input)
    }
    document.body.append(form)
    // This call must return before the page is left.
    setTimeout(() => form.submit())
  }, redirect)
}

const inVirginia = { landing: { path: '/ec2/home', region: 'us-east-1' } }

test('a switch that comes back to another region’s host is blocked in Chromium, after AWS has switched', async ({
  driver,
  demo,
}) => {
  const page = await signIn(driver, demo, inVirginia)
  await post(page, 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1')
  await expect.poll(() => demo.switches[0]?.outcome.kind).toBe('switched')
  if (driver.name === 'firefox') {
    expect(await waitForRole(driver)).toMatchObject({ region: 'eu-west-1', 'role-name': 'Operator' })
    return
  }
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.violated)).toBe('form-action')
  expect(await who(page)).toMatchObject({ region: 'us-east-1', 'role-name': '' })
  await page.reload()
  expect(await who(page)).toMatchObject({ 'role-name': 'Operator' })
})

test('a switch that comes back to the page’s own host goes on to the region that its address asks for', async ({
  driver,
  demo,
}) => {
  const page = await signIn(driver, demo, inVirginia)
  await post(page, 'https://us-east-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:')
  await expect(page).toShowConsole({
    'role-name': 'Operator',
    url: 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:',
  })
})

test('the paths of the policy don’t count after a redirect', async ({ driver, demo }) => {
  const page = await signIn(driver, demo, {
    landing: { path: '/ec2/home?region=us-east-1', region: null },
  })
  // On this host, which isn't the page's own, the policy allows only /console/home.
  await post(page, 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1')
  await expect(page).toShowConsole({ 'role-name': 'Operator', region: 'us-east-1' })
})
