import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoConsole, type PageBehavior, type Shape, type SignIn, startDemoConsole } from './index'
import { readCsrf, readSessionData, TestClient, who } from './test-client'

const console = 'https://us-east-1.console.aws.amazon.com'
const engineer: SignIn = {
  partition: 'aws',
  mode: 'classic',
  account: '111122223333',
  user: { kind: 'iam', name: 'engineer' },
}

let demo: DemoConsole
let client: TestClient

beforeAll(async () => {
  demo = await startDemoConsole()
})
afterAll(() => demo.close())
beforeEach(() => {
  demo.reset()
  client = new TestClient(demo)
})

const open = (page: PageBehavior, signIn: Partial<SignIn> = {}, shape: Partial<Shape> = {}) => {
  demo.behave({ page, shape })
  return client.open(demo.signInUrl({ ...engineer, ...signIn }))
}

describe('a console page', () => {
  it.each<[string, Partial<SignIn>, string, string]>([
    ['an IAM user', {}, 'engineer', 'arn:aws:iam::111122223333:user/engineer'],
    [
      'a federated user',
      { user: { kind: 'federated', role: 'Dev', name: 'a@b' } },
      'Dev/a@b',
      'arn:aws:sts::111122223333:assumed-role/Dev/a@b',
    ],
    [
      'an Identity Center user',
      {
        user: {
          kind: 'identity-center',
          permissionSet: 'Power_User',
          name: 'a',
          suffix: '00112233aabbccdd',
        },
      },
      'AWSReservedSSO_Power_User_00112233aabbccdd/a',
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Power_User_00112233aabbccdd/a',
    ],
    ['the root user', { user: { kind: 'root' } }, 'root', 'arn:aws:iam::111122223333:root'],
  ])('shows %s', async (_, signIn, user, arn) => {
    const page = await open({}, signIn)
    expect(who(page, 'user')).toBe(user)
    expect(page.body).toContain(
      `AccountInfo: {"loginDisplayNameAccount":"1111-2222-3333","loginDisplayNameUser":"${user}"}`,
    )
    expect(readSessionData(page)).toEqual({
      prismModeEnabled: false,
      signInEndpoint: 'us-east-1.signin.aws.amazon.com',
      infrastructureRegion: 'us-east-1',
      sessionARN: arn,
      accountId: '111122223333',
      displayName: user,
    })
  })

  it('shows an alias instead of the digits', async () => {
    const page = await open({}, { alias: 'acme' })
    expect(page.body).toContain('"loginDisplayNameAccount":"acme"')
    expect(who(page, 'account')).toBe('111122223333')
  })

  it('escapes what it shows', async () => {
    const page = await open({}, { user: { kind: 'iam', name: '</script><b>"\'' } })
    expect(page.body).not.toContain('</script><b>')
    expect(page.body).toContain('&lt;/script&gt;&lt;b&gt;&quot;&#39;')
  })

  it('shows no session to a signed-out user, to another session, or on a test’s request', async () => {
    const stranger = 'https://111122223333-abcd1234.us-east-1.console.aws.amazon.com/console/home'
    for (const url of [`${console}/console/home`, stranger]) {
      const page = await client.open(url)
      expect(page.body).toContain('id="signed-out"')
      expect(readSessionData(page)).toBeUndefined()
      expect(page.body).not.toContain('AccountInfo')
    }
    expect((await open({ signedOut: true })).body).toContain('id="signed-out"')
  })

  it('is signed out after a classic sign-out', async () => {
    await open({})
    await client.open('https://signin.aws.amazon.com/logout')
    expect((await client.open(`${console}/console/home`)).body).toContain('id="signed-out"')
  })

  it.each<[string, PageBehavior, RegExp]>([
    [
      'session data with a lie',
      { sessionData: { prismModeEnabled: 'true' } },
      /prismModeEnabled&quot;:&quot;true/,
    ],
    ['session data that is not JSON', { sessionData: '{' }, /session-data" content="{"/],
    ['no session data', { sessionData: null }, /^(?!.*awsc-session-data)/s],
    ['no sign-in endpoint', { sessionData: { signInEndpoint: undefined } }, /^(?!.*&quot;signInEndpoint)/s],
    ['another sign-in element', { signInElement: 'evil.example' }, /signin-endpoint" content="evil.example"/],
    ['no sign-in element', {}, /^(?!.*awsc-signin-endpoint)/s],
    [
      'a lie about the account',
      { accountInfo: { loginDisplayNameAccount: 7 } },
      /AccountInfo: {"loginDisplayNameAccount":7/,
    ],
    ['no AccountInfo', { accountInfo: null }, /^(?!.*ConsoleNavService)/s],
    ['a wrong token', { csrf: 'wrong' }, /getMbtc: \(\) => "not-the-token"/],
    ['no token', { csrf: 'none' }, /^(?!.*AWSC)/s],
  ])('can have %s', async (_, behavior, expected) => {
    expect((await open(behavior)).body).toMatch(expected)
  })

  it.each<[Partial<Shape>, RegExp]>([
    [{ token: 'number' }, /getMbtc: \(\) => \d{10} /],
    [{ token: 'string' }, /getMbtc: \(\) => "token-\w+" /],
    [{ token: 'numeric string' }, /getMbtc: \(\) => "\d{30}" /],
    [{ token: 'boxed number' }, /getMbtc: \(\) => new Number\(\d{10}\) /],
    [{ token: 'boxed string' }, /getMbtc: \(\) => new String\("token-\w+"\) /],
    [{ token: 'bigint' }, /getMbtc: \(\) => \d{30}n /],
    [{ token: 'promise of bigint' }, /getMbtc: \(\) => Promise\.resolve\(\d{30}n\) /],
    [{ token: 'element' }, /^(?!.*AWSC).*input type="hidden" name="csrf" value="\d{10}"/s],
    [{ mint: true }, /getMbtc: \(\) => fetch\('\/demo\/mint'/],
    [{ facts: 'elements' }, /<span id="awsc-login-display-name-user">engineer</],
    [{ facts: 'elements' }, /^(?!.*(ConsoleNavService|awsc-session-data|AWSC))/s],
    [{ signInEndpoint: 'element' }, /signin-endpoint" content="us-east-1\.signin/],
    [{ signInEndpoint: 'element' }, /^(?!.*&quot;signInEndpoint)/s],
    [{ signInEndpoint: 'nowhere' }, /^(?!.*(signin-endpoint|&quot;signInEndpoint))/s],
    [{ signIn: 'global' }, /signInEndpoint&quot;:&quot;signin\.aws\.amazon\.com&quot;/],
    [{ late: { data: 500, info: null } }, /^(?!.*<meta name="awsc-session-data).*later\(500, /s],
    [{ late: { data: 500, info: null } }, /^(?!.*ConsoleNavService)/s],
    [{ late: { data: null, info: 7 } }, /^(?!.*awsc-session-data).*later\(7, /s],
  ])('plays the shape %j', async (shape, expected) => {
    expect((await open({}, {}, shape)).body).toMatch(expected)
  })

  it('serves the consoles outside the console domain', async () => {
    await open({})
    expect(who(await client.open('https://health.aws.amazon.com/health/home'), 'user')).toBe('engineer')
    await open({}, { mode: 'multi-session', landing: { host: 'lightsail.aws.amazon.com', path: '/ls' } })
    expect((await client.open('https://lightsail.aws.amazon.com/ls')).url).not.toContain('-')
  })

  it('redirects a multi-session user to the session’s host', async () => {
    await open({}, { mode: 'multi-session' })
    const { url } = await client.open('https://console.aws.amazon.com/s3/home?region=eu-west-1')
    expect(url).toMatch(/^https:\/\/111122223333-\w{8}\.eu-west-1\.console\.aws\.amazon\.com\/s3\/home/)
  })
})

describe('a console address', () => {
  it.each<[number, string]>([
    [200, `${console}/ec2/home?region=us-east-1`],
    [200, `${console}/ec2/home`],
    [200, 'https://console.aws.amazon.com/ec2/home?region=eu-west-1'],
    [200, 'https://s3.console.aws.amazon.com/s3/buckets/x?region=eu-west-1'],
    [200, `${console}/ec2/home?region=eu-west-1`],
    [400, `${console}/ec2/home?region=cn-north-1`],
    [400, 'https://console.aws.amazon.com/ec2/home?region=nowhere-1'],
    [400, `${console}/ec2/home?region=us-east-1&region=eu-west-1`],
    [404, 'https://eu-west-9.console.aws.amazon.com/ec2/home'],
    [404, 'https://eu-west-1.console.amazonaws.cn/ec2/home'],
    [200, `${console}/iam/home?region=us-east-1`],
    [200, 'https://console.aws.amazon.com/iam/home'],
    [404, 'https://eu-west-1.console.aws.amazon.com/iam/home'],
    [404, 'https://console.aws.amazon.com/route53/v2/hostedzones?region=eu-west-1'],
    [200, 'https://cn-north-1.console.amazonaws.cn/iam/home?region=cn-north-1'],
  ])('gets the answer %i: %s', async (status, url) => {
    expect((await client.send(url)).status).toBe(status)
  })

  it.each([
    ['redirects', 'location.replace("https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1"'],
    ['in place', 'id="who-region" data-value="eu-west-1"'],
    ['ignored', 'id="who-region" data-value="us-east-1"'],
  ] as const)('of another region than its host’s: %s', async (regionParameter, expected) => {
    await open({}, {}, { regionParameter })
    const page = await client.open(`${console}/s3/home?region=eu-west-1`)
    expect(page.body).toContain(expected)
  })

  it('opens the session or the account that it names, in multi-session mode', async () => {
    const first = await open({}, { mode: 'multi-session' })
    const second = await open({}, { mode: 'multi-session', account: '444455556666' })
    const [one = '', two = ''] = [first, second].map(page => who(page, 'session'))
    const there = new URL(first.url)
    for (const [name, value] of [
      ['login_hint', two],
      ['account', '444455556666'],
    ] as const) {
      const { url } = await client.open(`${there.origin}/s3/home?${name}=${value}`)
      expect(new URL(url).hostname).toBe(there.hostname.replace(one, two))
    }
    const { url } = await client.open(`${there.origin}/s3/home?account=999988887777`)
    expect(new URL(url).hostname).toBe(there.hostname)
  })

  it('doesn’t accept a POST', async () => {
    expect((await client.send(`${console}/console/home`, { method: 'POST' })).status).toBe(405)
  })
})

describe('the policy of a console page', () => {
  const policyOf = async (
    page: PageBehavior,
    shape: Partial<Shape> = {},
    host = 'eu-west-1.console.aws.amazon.com',
  ) => {
    demo.behave({ page, shape })
    const { headers, body } = await client.send(`https://${host}/s3/home`)
    const policy = String(headers['content-security-policy'])
    const directive = (name: string) => policy.split('; ').find(text => text.startsWith(`${name} `)) ?? ''
    return { policy, directive, body }
  }

  const forms = async (...asked: Parameters<typeof policyOf>) =>
    (await policyOf(...asked)).directive('form-action').split(' ').slice(1)

  it('allows forms to itself, to the switch of two sign-in hosts, and to its region’s home', async () => {
    expect(await forms({})).toEqual([
      "'self'",
      'https://signin.aws.amazon.com/switchrole',
      'https://eu-west-1.signin.aws.amazon.com/switchrole',
      'https://eu-west-1.signin.aws.amazon.com/oauth',
      'https://eu-west-1.console.aws.amazon.com/console/home',
    ])
  })

  it('stays in the family of domains', async () => {
    expect(await forms({}, {}, 'eu-west-1.console.aws.com')).toEqual([
      "'self'",
      'https://signin.aws.com/switchrole',
      'https://eu-west-1.signin.aws.com/switchrole',
      'https://eu-west-1.signin.aws.com/oauth',
      'https://eu-west-1.console.aws.com/console/home',
    ])
  })

  it('allows China’s bare console only the bare console', async () => {
    expect(await forms({}, {}, 'console.amazonaws.cn')).toEqual([
      'https://signin.amazonaws.cn/switchrole',
      'https://cn-north-1.signin.amazonaws.cn/switchrole',
      'https://cn-north-1.signin.amazonaws.cn/oauth',
      'https://console.amazonaws.cn/console/',
    ])
  })

  it('allows no switch if the shape says so', async () => {
    expect(await forms({}, { formAction: 'none' })).toEqual(["'none'"])
    expect(await forms({}, { formAction: 'without switchrole' })).toEqual([
      'https://eu-west-1.console.aws.amazon.com/feedback/submit-feedback',
    ])
  })

  it('allows scripts only by the page’s nonce, and requests to the sign-in hosts', async () => {
    await open({})
    const { directive, body } = await policyOf({})
    const nonce = /nonce-(\w+)/.exec(directive('script-src'))?.[1]
    expect(body).toContain(`<script nonce="${nonce}">`)
    expect((await policyOf({})).directive('script-src')).not.toContain(nonce)
    expect(directive('script-src')).not.toContain('unsafe')
    expect(directive('connect-src')).toContain('https://eu-west-1.signin.aws.amazon.com')
  })

  it('forbids more on a test’s request', async () => {
    const closed = await policyOf({ policy: 'no-sign-in' })
    expect(closed.directive('form-action')).not.toContain('signin')
    expect(closed.directive('connect-src')).toBe("connect-src 'self'")
    expect((await policyOf({ policy: 'no-return' })).directive('form-action')).not.toContain('console')
    expect((await policyOf({ policy: 'trusted-types' })).policy).toContain('require-trusted-types-for')
    expect((await policyOf({ policy: { header: "default-src 'self'" } })).policy).toBe("default-src 'self'")
  })
})

it('gives a sign-in’s pages its token, the same on each', async () => {
  const first = readCsrf(await open({}))
  expect(first).toMatch(/^\d{10}$/)
  expect(readCsrf(await client.open(`${console}/s3/home`))).toBe(first)
  expect(readCsrf(await open({}))).not.toBe(first)
})
