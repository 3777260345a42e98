import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoConsole, partitionNames, type SignIn, signInHost, startDemoConsole } from './index'
import { readCsrf, TestClient, who } from './test-client'

const console = 'https://us-east-1.console.aws.amazon.com'
const here = `${console}/ec2/home?region=us-east-1#Instances:`
const engineer: SignIn = {
  partition: 'aws',
  mode: 'classic',
  account: '111122223333',
  user: { kind: 'iam', name: 'engineer' },
}

let demo: DemoConsole
let client: TestClient
let csrf: string

beforeAll(async () => {
  demo = await startDemoConsole({ aliases: { 'acme-prod': '123456789012' } })
})
afterAll(() => demo.close())

async function signIn(who: SignIn = engineer): Promise<void> {
  client = new TestClient(demo)
  csrf = readCsrf(await client.open(demo.signInUrl(who)))
}
beforeEach(async () => {
  demo.reset()
  await signIn()
})

type Fields = Readonly<Record<string, string | undefined>>

const right = (): Fields => ({
  mfaNeeded: '0',
  action: 'switchFromBasis',
  src: 'nav',
  csrf,
  roleName: 'team/Deployer',
  account: '444455556666',
  color: 'f2b0a9',
  redirect_uri: encodeURIComponent(here),
  displayName: 'production ü',
})
const back = (): Fields => ({
  action: 'switchToBasis',
  src: 'nav',
  csrf,
  redirect_uri: encodeURIComponent(here),
})

function post(
  fields: Fields,
  headers: Record<string, string> = {},
  host = 'us-east-1.signin.aws.amazon.com',
) {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return client.send(`https://${host}/switchrole`, {
    method: 'POST',
    headers: { origin: console, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(given).toString(),
  })
}

describe('a classic switch', () => {
  it('assumes the role and goes back to the page, with its hash', async () => {
    const answer = await post(right())
    expect(answer).toMatchObject({ status: 302, location: here })
    const page = await client.open(answer.location)
    expect(who(page, 'role-account')).toBe('444455556666')
    expect(who(page, 'role-name')).toBe('Deployer')
    expect(who(page, 'display-name')).toBe('production ü')
    expect(who(page, 'color')).toBe('f2b0a9')
    expect(who(page, 'account')).toBe('111122223333')
    expect(demo.switches).toMatchObject([
      { mode: 'classic', fields: right(), outcome: { kind: 'switched', destination: here } },
    ])
  })

  it('replaces the role with another, with the credentials of the sign-in', async () => {
    await post(right())
    expect((await post({ ...right(), roleName: 'Other' })).status).toBe(302)
  })

  it('returns to the base account', async () => {
    await post(right())
    const page = await client.open((await post(back())).location)
    expect(who(page, 'role-name')).toBe('')
  })

  it.each(partitionNames)('works in %s, at its global or first sign-in host', async partition => {
    await signIn({ ...engineer, partition })
    const page = await client.open(demo.signInUrl({ ...engineer, partition }))
    csrf = readCsrf(page)
    const redirect_uri = encodeURIComponent(page.url)
    const answer = await post(
      { ...right(), redirect_uri },
      { origin: new URL(page.url).origin },
      signInHost(partition),
    )
    expect(answer).toMatchObject({ status: 302, location: page.url })
  })

  it('finds an alias’s account', async () => {
    const page = await client.open((await post({ ...right(), account: 'acme-prod' })).location)
    expect(who(page, 'role-account')).toBe('123456789012')
    expect(page.body).toContain('"roleDisplayNameAccount":"acme-prod"')
  })

  it.each<[string, Fields]>([
    ['a path of 64 characters with the name', { roleName: `${'p'.repeat(31)}/${'r'.repeat(32)}` }],
    ['every character of a role name', { roleName: 'aZ09+=,.@_-' }],
    ['a display name of 64', { displayName: 'x'.repeat(64) }],
    ['a color in capitals', { color: 'F2B0A9' }],
  ])('accepts %s', async (_, change) => {
    expect((await post({ ...right(), ...change })).status).toBe(302)
  })

  const elsewhere = 'https://cn-north-1.console.amazonaws.cn/console/home'
  const ofSession = 'https://111122223333-abcd1234.us-east-1.console.aws.amazon.com/console/home'
  it.each<[string, Fields, string]>([
    ['no mfaNeeded', { mfaNeeded: undefined }, 'mfaNeeded'],
    ['another mfaNeeded', { mfaNeeded: '1' }, 'mfaNeeded'],
    ['another action', { action: 'switch' }, 'action'],
    ['another src', { src: 'menu' }, 'src'],
    ['no csrf', { csrf: undefined }, 'csrf'],
    ['another csrf', { csrf: 'x' }, 'csrf'],
    ['no role', { roleName: '' }, 'roleName'],
    ['a role with a leading slash', { roleName: '/Deployer' }, 'slash'],
    ['a role of 65 characters', { roleName: 'r'.repeat(65) }, 'role name'],
    ['a role and path of 65 characters', { roleName: `${'p'.repeat(32)}/${'r'.repeat(32)}` }, '64'],
    ['a role with a space', { roleName: 'my role' }, 'role name'],
    ['a role ARN', { roleName: 'arn:aws:iam::444455556666:role' }, 'role name'],
    ['an account as shown', { account: '4444-5555-6666' }, 'account'],
    ['an account in digits too few', { account: '44' }, 'account'],
    ['an alias in capitals', { account: 'Acme' }, 'account'],
    ['a color with #', { color: '#f2b0a9' }, 'color'],
    ['a short color', { color: 'f00' }, 'color'],
    ['no color', { color: '' }, 'color'],
    ['a display name of 65', { displayName: 'x'.repeat(65) }, '64'],
    ['no display name', { displayName: '' }, 'displayName'],
    ['a redirect that is not encoded', { redirect_uri: here }, 'encoded once'],
    ['a redirect encoded twice', { redirect_uri: encodeURIComponent(encodeURIComponent(here)) }, 'once'],
    ['a redirect encoded in part', { redirect_uri: `https%3A%2F%2F${here.slice(8)}` }, 'once'],
    ['a redirect elsewhere', { redirect_uri: encodeURIComponent('https://example.com/') }, 'redirect'],
    ['a redirect to another partition', { redirect_uri: encodeURIComponent(elsewhere) }, 'redirect'],
    ['a redirect to a session', { redirect_uri: encodeURIComponent(ofSession) }, 'session'],
    ['a field too many', { region: 'us-east-1' }, 'region'],
  ])('is refused with %s', async (_, change, reason) => {
    const answer = await post({ ...right(), ...change })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(/id="error-reason">([^<]*)/.exec(answer.body)?.[1]).toContain(reason)
    expect(demo.switches[0]?.outcome.kind).toBe('refused')
    expect(who(await client.open(here), 'role-name')).toBe('')
  })

  it.each<[string, Record<string, string>, number]>([
    ['from another site', { origin: 'https://example.com' }, 403],
    ['from a console of another partition', { origin: 'https://cn-north-1.console.amazonaws.cn' }, 403],
    ['from an opaque origin', { origin: 'null' }, 403],
    ['as JSON', { 'content-type': 'application/json' }, 400],
    ['without the cookie', { cookie: '' }, 401],
    ['with a cookie that is not known', { cookie: 'demo-console=x' }, 401],
  ])('is refused %s', async (_, headers, status) => {
    expect((await post(right(), headers)).status).toBe(status)
  })

  it('is refused with a field given twice', async () => {
    const body = `${new URLSearchParams(right() as Record<string, string>)}&color=000000`
    const headers = { origin: console, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await client.send('https://signin.aws.amazon.com/switchrole', {
      method: 'POST',
      headers,
      body,
    })
    expect(answer.status).toBe(400)
  })

  it('back is refused with the fields of a switch', async () => {
    expect((await post({ ...right(), action: 'switchToBasis' })).status).toBe(400)
    expect((await post({ ...back(), csrf: 'x' })).status).toBe(403)
  })

  it('is refused to the root user', async () => {
    await signIn({ ...engineer, user: { kind: 'root' } })
    expect((await post(right())).body).toContain('root user')
  })

  it('is refused by a role that trusts nobody', async () => {
    demo.behave({ rolesTrustingNobody: ['444455556666/team/Deployer'] })
    expect((await post(right())).body).toContain('UNAUTHORIZED')
    expect((await post({ ...right(), roleName: 'Other' })).status).toBe(302)
  })

  it('is refused once on a test’s request, and invalid requests don’t use that up', async () => {
    demo.refuseNext('ACCESS_DENIED', 'not <today>')
    expect((await post({ ...right(), color: '' })).body).toContain('color')
    const answer = await post(right())
    expect(answer.body).toContain('ACCESS_DENIED')
    expect(answer.body).toContain('not &lt;today&gt;')
    expect((await post(right())).status).toBe(302)
  })

  it('gets a test’s answer', async () => {
    demo.answerNext({ kind: 'junk', body: 'hm', status: 502 })
    demo.answerNext({ kind: 'no-destination' })
    demo.answerNext({ kind: 'destination', url: 'https://example.com/' })
    expect(await post(right())).toMatchObject({ status: 502, body: 'hm' })
    expect(await post(right())).toMatchObject({ status: 200, location: '' })
    expect(await post(right())).toMatchObject({ status: 302, location: 'https://example.com/' })
    expect(demo.switches.map(({ outcome }) => outcome.kind)).toEqual(['forced', 'forced', 'forced'])
  })
})
