import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoConsole, partitionNames, type SignIn, startDemoConsole } from './index'
import { type Answer, readSessionData, TestClient, who } from './test-client'

const home = 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#x'
const engineer: SignIn = {
  partition: 'aws',
  mode: 'multi-session',
  account: '111122223333',
  user: { kind: 'identity-center', permissionSet: 'Power_User', name: 'engineer' },
}

interface Tab {
  readonly endpoint: string
  readonly session: string
  readonly origin: string
}

let demo: DemoConsole
let client: TestClient
let base: Tab

beforeAll(async () => {
  demo = await startDemoConsole()
})
afterAll(() => demo.close())
beforeEach(async () => {
  demo.reset()
  client = new TestClient(demo)
  base = tab(await client.open(demo.signInUrl(engineer)))
})

function tab(page: Answer & { url: string }): Tab {
  const data = readSessionData(page)
  const session = String(data?.sessionDifferentiator)
  const endpoint = `https://${data?.signInEndpoint}/sessions/${session}/v1/switchrole`
  return { endpoint, session, origin: new URL(page.url).origin }
}

const right = {
  account: '444455556666',
  color: '0a7d33',
  displayName: 'prod',
  redirectUri: home,
  roleName: 'team/Deployer',
}

const headersOf = ({ origin }: Tab) => ({
  origin,
  'content-type': 'application/json',
  'x-csrf-protection': '1',
})

async function post(body: unknown = right, from: Tab = base, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const sending = { method: 'POST', body: text, headers: { ...headersOf(from), ...headers } }
  const answer = await client.send(from.endpoint, sending)
  return { ...answer, json: JSON.parse(answer.body) as Record<string, string> }
}

async function switchTo(change: Partial<typeof right> = {}, from = base) {
  return client.open((await post({ ...right, ...change }, from)).json.destination ?? '')
}

describe('a multi-session switch', () => {
  it('opens a session of the target account on the requested page', async () => {
    const { json, headers } = await post()
    expect(headers).toMatchObject({
      'access-control-allow-origin': base.origin,
      'access-control-allow-credentials': 'true',
    })
    const hint = new URL(json.destination ?? '').searchParams.get('login_hint')
    expect(hint).toMatch(/^444455556666-[a-z0-9]{8}$/)

    const page = await client.open(json.destination ?? '')
    expect(page.url).toBe(home.replace('://', `://${hint}.`))
    expect(who(page, 'role-name')).toBe('Deployer')
    expect(who(page, 'account')).toBe('111122223333')
    expect(readSessionData(page)).toMatchObject({
      prismModeEnabled: true,
      sessionDifferentiator: hint,
      sessionARN: 'arn:aws:sts::444455556666:assumed-role/Deployer/engineer',
    })
    expect(demo.switches).toMatchObject([
      { mode: 'multi-session', sessionId: base.session, fields: right, outcome: { kind: 'switched' } },
    ])
  })

  it.each(partitionNames)('works in %s', async partition => {
    const page = await client.open(demo.signInUrl({ ...engineer, partition }))
    const from = tab(page)
    const redirectUri = page.url.replace(`${from.session}.`, '')
    expect(who(await switchTo({ redirectUri }, from), 'partition')).toBe(partition)
  })

  it('keeps the base session open, and replaces an open role’s session', async () => {
    const first = await switchTo()
    const second = await switchTo({ displayName: 'again' })
    expect(who(second, 'display-name')).toBe('again')
    expect(readSessionData(await client.open(first.url))).toBeUndefined()
    expect(who(await client.open(`${base.origin}/console/home`), 'session')).toBe(base.session)
  })

  it('leads from a session that has ended to a page that asks for another, and then to a sign-in', async () => {
    demo.behave({ shape: { ended: 'sign-in' } })
    const ended = (await switchTo()).url.split('#')[0] ?? ''
    demo.endSessions(right.displayName)
    const selector = new URL((await client.open(ended)).url)
    expect(selector.pathname).toBe('/sessions/selector')
    const page = new URL(ended)
    page.search += '&state=hashArgs%23&isauthcode=true'
    expect(selector.searchParams.get('redirect_uri')).toBe(page.href)
    expect(who(await client.open(`${base.origin}/console/home`), 'session')).toBe(base.session)
    demo.endSessions()
    expect(new URL((await client.open(ended)).url).pathname).toBe('/oauth')
  })

  it('opens a destination once', async () => {
    const { json } = await post()
    await client.open(json.destination ?? '')
    expect((await client.open(json.destination ?? '')).status).toBe(401)
  })

  it('is refused from a switched role, in a 200, unless the next role trusts it', async () => {
    const switched = tab(await switchTo())
    const next = { ...right, account: '123456789012', roleName: 'Audit' }
    const refused = await post(next, switched)
    expect(refused).toMatchObject({ status: 200, json: { errorCode: 'UNAUTHORIZED' } })
    expect(refused.json.destination).toBeUndefined()

    demo.behave({ rolesTrustingRoles: ['123456789012/Audit'] })
    expect((await post(next, switched)).json.destination).toBeDefined()
  })

  it('works from a switched role’s tab through the base session', async () => {
    const { origin } = tab(await switchTo())
    const answer = await post({ ...right, roleName: 'Audit' }, { ...base, origin })
    expect(answer.json.destination).toBeDefined()
  })

  it('is refused for a sixth session, but not for an open one', async () => {
    for (const roleName of ['A', 'B', 'C', 'D']) await switchTo({ roleName })
    expect((await post({ ...right, roleName: 'E' })).json.errorCode).toBe('SESSION_LIMIT_EXCEEDED')
    expect((await post({ ...right, roleName: 'D' })).json.destination).toBeDefined()

    const list = await client.open('https://signin.aws.amazon.com/sessions/limit')
    const [, , last = ''] = [...list.body.matchAll(/data-session="([^"]*)"/g)].map(([, id]) => id)
    expect(list.body.match(/data-session/g)).toHaveLength(5)
    await client.open(`https://us-east-1.signin.aws.amazon.com/sessions/${last}/v1/logout`)
    expect((await post({ ...right, roleName: 'E' })).json.destination).toBeDefined()
  })

  it('leads to the list of sessions if a sign-in is one too many', async () => {
    for (const roleName of ['A', 'B', 'C', 'D']) await switchTo({ roleName })
    const other = { ...engineer, account: '123456789012' }
    expect((await client.open(demo.signInUrl(other))).url).toBe(
      'https://signin.aws.amazon.com/sessions/limit',
    )
  })

  const prefixed = home.replace('://', '://111122223333-abcd1234.')
  it.each<[string, unknown, string]>([
    ['a body that is not JSON', 'account=1', 'JSON'],
    ['an array', [], 'JSON'],
    ['a field too many', { ...right, csrf: 'x' }, 'csrf'],
    ['a field too few', { ...right, color: undefined }, 'color'],
    ['a number for an account', { ...right, account: 444455556666 }, 'account'],
    ['an account as shown', { ...right, account: '4444-5555-6666' }, 'account'],
    ['a leading slash', { ...right, roleName: '/Deployer' }, 'slash'],
    ['a color with #', { ...right, color: '#0a7d33' }, 'color'],
    ['a display name of 65', { ...right, displayName: 'x'.repeat(65) }, '64'],
    ['an encoded redirect', { ...right, redirectUri: encodeURIComponent(home) }, 'redirect'],
    ['a redirect to a session', { ...right, redirectUri: prefixed }, 'session'],
    ['a redirect elsewhere', { ...right, redirectUri: 'https://example.com/' }, 'redirect'],
    ['a redirect to another port', { ...right, redirectUri: home.replace('.com', '.com:444') }, 'redirect'],
    ['a redirect without TLS', { ...right, redirectUri: home.replace('https', 'http') }, 'redirect'],
    [
      'a redirect to another partition',
      { ...right, redirectUri: 'https://cn-north-1.console.amazonaws.cn/' },
      'redirect',
    ],
  ])('is refused with %s', async (_, body, reason) => {
    const { status, json } = await post(body)
    expect(status).toBe(400)
    expect(json.message).toContain(reason)
    expect(demo.switches[0]?.outcome.kind).toBe('refused')
  })

  it.each<[string, Record<string, string>, number]>([
    ['without the header against forgery', { 'x-csrf-protection': '' }, 403],
    ['with another value in it', { 'x-csrf-protection': 'true' }, 403],
    ['as text', { 'content-type': 'text/plain' }, 415],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['from another site', { origin: 'https://example.com' }, 403],
    ['from a console of another partition', { origin: 'https://cn-north-1.console.amazonaws.cn' }, 403],
    ['without the cookie', { cookie: '' }, 401],
  ])('is refused %s', async (_, headers, status) => {
    expect((await post(right, base, headers)).status).toBe(status)
  })

  it('is refused for a session that isn’t open, and hides refusals from other sites', async () => {
    const endpoint = base.endpoint.replace(base.session, '111122223333-zzzzzzzz')
    expect((await post(right, { ...base, endpoint })).status).toBe(401)
    const foreign = await post(right, base, { origin: 'https://example.com' })
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('is refused to the root user', async () => {
    const root = tab(await client.open(demo.signInUrl({ ...engineer, user: { kind: 'root' } })))
    expect((await post(right, root)).json.message).toContain('root')
  })

  it('gets a test’s answer', async () => {
    demo.refuseNext('ACCESS_DENIED')
    demo.answerNext({ kind: 'refuse', errorCode: 'X', status: 500 })
    demo.answerNext({ kind: 'no-destination' })
    demo.answerNext({ kind: 'destination', url: 'https://example.com/' })
    demo.answerNext({ kind: 'junk', body: '"junk"' })
    expect(await post()).toMatchObject({ status: 200, json: { errorCode: 'ACCESS_DENIED' } })
    expect(await post()).toMatchObject({ status: 500, json: { errorCode: 'X' } })
    expect((await post()).json).toEqual({})
    expect((await post()).json).toEqual({ destination: 'https://example.com/' })
    expect((await post()).json).toBe('junk')
    expect((await post()).json.destination).toBeDefined()
  })
})

describe('the preflight', () => {
  const asks = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,x-csrf-protection',
  }
  const preflight = (headers: Record<string, string>) =>
    client.send(base.endpoint, { method: 'OPTIONS', headers: { origin: base.origin, ...asks, ...headers } })

  it('lets a console of the partition send the two headers, with cookies', async () => {
    expect(await preflight({})).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': base.origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': 'content-type,x-csrf-protection',
        'access-control-allow-methods': 'POST',
      },
    })
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://example.com' }],
    ['an extension', { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' }],
    ['another partition', { origin: 'https://cn-north-1.console.amazonaws.cn' }],
    ['another header', { 'access-control-request-headers': 'content-type,x-csrf-protection,x-more' }],
    ['another method', { 'access-control-request-method': 'PUT' }],
  ])('refuses %s', async (_, headers) => {
    const answer = await preflight(headers)
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})
