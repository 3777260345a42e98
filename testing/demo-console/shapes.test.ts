import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoConsole, type Shape, type SignIn, startDemoConsole } from './index'
import { shapes } from './shapes'
import { type Answer, readCsrf, readSessionData, TestClient, who } from './test-client'

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

const engineer: SignIn = {
  partition: 'aws',
  mode: 'multi-session',
  account: '111122223333',
  user: { kind: 'iam', name: 'engineer' },
}

type Page = Answer & { readonly url: string }

function open(shape: Partial<Shape>, signIn: Partial<SignIn> = {}): Promise<Page> {
  demo.behave({ shape })
  return client.open(demo.signInUrl({ ...engineer, ...signIn }))
}

async function postIn(
  page: Page,
  host: string,
  session = who(page, 'session'),
): Promise<{ status: number; json: Record<string, string> }> {
  const { status, body } = await client.send(`https://${host}/sessions/${session}/v1/switchrole`, {
    method: 'POST',
    headers: {
      origin: new URL(page.url).origin,
      'content-type': 'application/json',
      'x-csrf-protection': '1',
    },
    body: JSON.stringify({
      account: '444455556666',
      roleName: 'Operator',
      displayName: 'payments',
      color: 'aaaaaa',
      redirectUri: 'https://us-east-1.console.aws.amazon.com/s3/home?region=us-east-1',
    }),
  })
  return { status, json: body.startsWith('{') ? JSON.parse(body) : {} }
}

const [ofRegion, global] = ['us-east-1.signin.aws.amazon.com', 'signin.aws.amazon.com']

it.each(Object.values(shapes).flat())('signs in to a page that $name', async row => {
  for (const mode of row.modes) {
    demo.reset()
    demo.behave({ shape: row.shape ?? {}, page: row.page ?? {} })
    const { partition = 'aws', landing } = row
    const page = await client.open(
      demo.signInUrl({ ...engineer, partition, mode, ...(landing && { landing }) }),
    )
    expect(page.status).toBe(200)
    expect(who(page, 'mode')).toBe(mode)
    expect(who(page, 'partition')).toBe(partition)
  }
})

describe('a session', () => {
  it.each<[Shape['sessionHost'], string, string | undefined]>([
    ['region', ofRegion, global],
    ['region', ofRegion, 'eu-west-1.signin.aws.amazon.com'],
    ['global', global, ofRegion],
    ['any', global, undefined],
    ['any', 'eu-west-1.signin.aws.amazon.com', undefined],
  ])('of the host %s is known at %s and not at %s', async (sessionHost, here, elsewhere) => {
    const page = await open({ sessionHost, unknownSession: 404 })
    expect((await postIn(page, here)).json.destination).toBeDefined()
    if (elsewhere) expect((await postIn(page, elsewhere)).status).toBe(404)
    if (sessionHost !== 'any') expect(readSessionData(page)?.signInEndpoint).toBe(here)
  })

  it.each([4, 6, 8, 40])('has a name of %i letters and digits after its account', async sessionName => {
    const page = await open({ sessionName })
    const name = new RegExp(`^\\d{12}-[a-z0-9]{${sessionName}}$`)
    expect(who(page, 'session')).toMatch(name)
    const { json } = await postIn(page, ofRegion)
    expect(new URL(json.destination ?? '').searchParams.get('login_hint')).toMatch(name)
  })

  it('may need a token first', async () => {
    const page = await open({ mint: true })
    expect((await postIn(page, ofRegion)).status).toBe(400)
    await client.send(new URL('/demo/mint', page.url).href, { method: 'POST' })
    expect((await postIn(page, ofRegion)).status).toBe(200)
  })

  it('may need its own tab to send requests', async () => {
    const base = await open({ ownTabOnly: true })
    const { json } = await postIn(base, ofRegion)
    const role = await client.open(json.destination ?? '')
    expect((await postIn(role, ofRegion, who(base, 'session'))).status).toBe(403)
    expect((await postIn(base, ofRegion)).status).toBe(200)
  })

  it.each<[Shape['destination'], RegExp]>([
    [
      'login_hint',
      /^https:\/\/us-east-1\.signin\.aws\.amazon\.com\/sessions\/open\?login_hint=444455556666-/,
    ],
    ['host', /^https:\/\/444455556666-\w{8}\.us-east-1\.console\.aws\.amazon\.com\/s3\/home/],
    [
      'account',
      /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/s3\/home\?region=us-east-1&account=444455556666$/,
    ],
  ])('that is new is named by %s', async (destination, expected) => {
    const page = await open({ destination, granted: 201 })
    const { status, json } = await postIn(page, ofRegion)
    expect(status).toBe(201)
    expect(json.destination).toMatch(expected)
    expect(who(await client.open(json.destination ?? ''), 'role-name')).toBe('Operator')
  })

  it.each<[Shape['address'], RegExp]>([
    ['login_hint', /[?&]login_hint=111122223333-\w{8}$/],
    ['account', /[?&]account=111122223333$/],
  ])('may be in its page’s address, by %s', async (address, expected) => {
    expect((await open({ address })).url).toMatch(expected)
  })
})

describe('a sign-in host', () => {
  it('of the European Sovereign Cloud without a region refuses', async () => {
    const page = await open({ signIn: 'bare' }, { partition: 'aws-eusc' })
    expect((await postIn(page, 'signin.amazonaws-eusc.eu')).status).toBe(403)
    expect((await postIn(page, 'eusc-de-east-1.signin.amazonaws-eusc.eu')).status).not.toBe(403)
  })

  it('may be down alone', async () => {
    const page = await open({ down: { host: 'region', how: 503 } })
    expect((await postIn(page, ofRegion)).status).toBe(503)
    expect((await postIn(page, global)).status).toBe(200)
  })

  it('accepts exactly the page’s token', async () => {
    const page = await open({ token: 'bigint' }, { mode: 'classic' })
    const send = (csrf: string) => {
      const fields = {
        mfaNeeded: '0',
        action: 'switchFromBasis',
        src: 'nav',
        csrf,
        roleName: 'Operator',
        account: '444455556666',
        color: 'aaaaaa',
        redirect_uri: encodeURIComponent(page.url),
        displayName: 'payments',
      }
      return client.send(`https://${ofRegion}/switchrole`, {
        method: 'POST',
        headers: {
          origin: new URL(page.url).origin,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(fields).toString(),
      })
    }
    const token = readCsrf(page).replace(/n$/, '')
    expect((await send(String(Number(token)))).status).toBe(403)
    expect((await send(`${token}n`)).status).toBe(403)
    expect((await send(token)).status).toBe(302)
  })
})

describe('AWS’s own form', () => {
  const link =
    'https://us-east-1.signin.aws.amazon.com/switchrole?account=444455556666&roleName=Operator&displayName=payments&color=aaaaaa'
  const radios = ({ body }: Answer) =>
    [...body.matchAll(/type="radio" name="session" value="([^"]*)"( checked)?/g)].map(([, id, checked]) => ({
      id,
      checked: checked !== undefined,
    }))
  const submit = (session?: string) =>
    client.send('https://us-east-1.signin.aws.amazon.com/demo/switch', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...(session && { session }),
        account: '444455556666',
        roleName: 'Operator',
        displayName: 'payments',
        color: 'aaaaaa',
      }).toString(),
    })

  it('is filled in from its link, and switches', async () => {
    await open({}, { mode: 'classic' })
    const form = await client.open(link)
    expect(form.body).toContain('name="roleName" value="Operator"')
    expect(radios(form)).toEqual([])
    expect(who(await client.open((await submit()).location), 'role-name')).toBe('Operator')
    expect(demo.switches).toMatchObject([{ mode: 'form', outcome: { kind: 'switched' } }])
  })

  it('fills in what its link leaves out', async () => {
    await open({}, { mode: 'classic' })
    const url = new URL(link)
    url.searchParams.delete('color')
    url.searchParams.delete('displayName')
    const { body } = await client.open(url.href)
    expect(body).toContain('name="color" value="f2b0a9"')
    expect(body).toContain('name="displayName" value="Operator @ 444455556666"')
  })

  it('has a radio button for each session, with the latest chosen', async () => {
    await open({})
    const [first, second] = [
      await open({ switchForm: 'radios' }),
      await open({ switchForm: 'radios' }, { account: '555566667777' }),
    ].map(page => who(page, 'session'))
    expect(radios(await client.open(link))).toEqual([
      { id: first, checked: false },
      { id: second, checked: true },
    ])
    const page = await client.open((await submit(first)).location)
    expect(who(page, 'role-account')).toBe('444455556666')
    expect(who(page, 'account')).toBe('111122223333')
  })

  it('first asks which session is meant, if the link names none', async () => {
    const first = who(await open({}), 'session')
    await open({}, { account: '555566667777' })
    const selector = await client.open(link)
    expect(new URL(selector.url).pathname).toBe('/sessions/selector')
    const next = new RegExp(`data-session="${first}" href="([^"]*)"`).exec(selector.body)?.[1] ?? ''
    const form = await client.open(new URL(next.replaceAll('&amp;', '&'), selector.url).href)
    expect(radios(form).find(({ checked }) => checked)?.id).toBe(first)
  })

  it('is refused without a sign-in, and for an unknown session', async () => {
    expect((await client.open(link)).status).toBe(401)
    expect((await submit()).status).toBe(401)
    expect((await submit('111122223333-abcdefgh')).status).toBe(401)
  })
})
