import { expect, test } from '../../testing/browser-test'
import type { Landing } from '../../testing/demo-console'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const instances: Landing = { path: '/ec2/home#Instances:search=web', region: 'eu-west-1' }

interface Case {
  readonly what: string
  /** The role's region. */
  readonly region?: string
  readonly landing: Landing
  /** The page that the switch leads to: the part of its URL before the console's domain, and the part after it. */
  readonly host: string
  readonly path: string
}

const cases: readonly Case[] = [
  {
    what: 'on the page one was on, its hash kept',
    landing: instances,
    host: 'eu-west-1',
    path: '/ec2/home?region=eu-west-1#Instances:search=web',
  },
  {
    what: 'on the same page in the role’s region',
    region: 'ap-northeast-1',
    landing: instances,
    host: 'ap-northeast-1',
    path: '/ec2/home?region=ap-northeast-1#Instances:search=web',
  },
  {
    what: 'on a global service’s page where it was, whatever the role’s region',
    region: 'ap-northeast-1',
    landing: { path: '/iam/home#/roles', region: 'us-east-1' },
    host: 'us-east-1',
    path: '/iam/home?region=us-east-1#/roles',
  },
  {
    what: 'on the same page where the role’s region is one of another partition',
    region: 'cn-north-1',
    landing: instances,
    host: 'eu-west-1',
    path: '/ec2/home?region=eu-west-1#Instances:search=web',
  },
]

for (const { what, region, landing, host, path } of cases) {
  const role = `
[payments]
aws_account_id = 444455556666
role_name = Operator
${region ? `region = ${region}` : ''}
`

  test(`a switch lands ${what}`, async ({ driver, demo }) => {
    await storeList(driver, role)
    await signIn(driver, demo, { landing })
    const popup = await openMenu(driver)
    await popup.press('Enter')
    expect((await waitForRole(driver)).url).toBe(`https://${host}.console.aws.amazon.com${path}`)
  })

  test(`a new session opens ${what}`, async ({ driver, demo }) => {
    await storeList(driver, role)
    await signIn(driver, demo, { landing, mode: 'multi-session' })
    const popup = await openMenu(driver)
    await popup.press('Enter')
    const { url, session } = await waitForRole(driver)
    expect(url).toBe(`https://${session}.${host}.console.aws.amazon.com${path}`)
    // AWS expects the address without the requesting session.
    expect(demo.switches[0]?.fields.redirectUri).toBe(`https://${host}.console.aws.amazon.com${path}`)
  })
}

test('a role without a region lands in its base account’s target region', async ({ driver, demo }) => {
  await storeList(
    driver,
    `
[base]
aws_account_id = 111122223333
target_region = eu-central-1

[payments]
source_profile = base
aws_account_id = 444455556666
role_name = Operator
`,
  )
  await signIn(driver, demo, { landing: instances })
  const popup = await openMenu(driver)
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({ region: 'eu-central-1' })
})
