import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { consolePlace } from '../../src/aws/console-place'
import { readSession } from '../../src/aws/read-session'
import { redirectUrl } from '../../src/aws/redirect'
import type { Role } from '../../src/config/resolve/role'
import { postJson } from '../../src/switching/page/post-json'
import { type SwitchRequest, switchRequest } from '../../src/switching/switch-request'
import { combinations } from './combinations'
import { type DemoConsole, startDemoConsole } from './index'
import { type Partition, partitions } from './partitions'
import { type Answer, readSessionData, TestClient, who } from './test-client'

let demo: DemoConsole

beforeAll(async () => {
  demo = await startDemoConsole()
})
afterAll(() => demo.close())

it('switches on every combination of shapes', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(combinations, async combination => {
      const { partition = 'aws', modes, landing = {}, roleRegion, shape = {} } = combination
      const [mode = 'classic'] = modes
      demo.reset()
      demo.behave({ shape })
      const client = new TestClient(demo)
      const user = { kind: 'iam', name: 'engineer' } as const
      const from = await client.open(
        demo.signInUrl({ partition, mode, account: '111122223333', user, landing }),
      )
      const role = roleIn(partition, roleRegion)
      const page = await switchFrom(client, from, role)
      // The menu does this if the page is still in another region.
      const there = await client.open(redirectUrl(page.url, partition, role))
      expect(who(there, 'role-name')).toBe('Operator')
      expect(who(there, 'role-account')).toBe('444455556666')
      expect(who(there, 'mode')).toBe(mode)
      const { hostname } = new URL(from.url)
      if (!partitions[partition].otherConsoles.includes(hostname)) {
        expect(who(there, 'region')).toBe(roleRegion ?? who(from, 'region'))
      }
    }),
    { numRuns: 60 },
  )
})

function roleIn(partition: Partition, region: string | undefined): Role {
  return {
    name: 'payments',
    account: '444455556666',
    roleName: 'Operator',
    partition,
    ...(region && { region }),
  } as Role
}

type Page = Answer & { readonly url: string }

/** Switches like the page's own scripts, bound by its policy, and returns the page where it ends up. */
async function switchFrom(client: TestClient, from: Page, role: Role): Promise<Page> {
  const place = consolePlace(from.url)
  if (!place) throw new Error(`${from.url} is no console.`)
  const reading = readSession(factsOf(from), place)
  if (!('session' in reading)) throw new Error(JSON.stringify(reading))
  const request = switchRequest(role, reading.session, from.url)
  return request.kind === 'classic'
    ? postClassic(client, from, request)
    : postMultiSession(client, from, request)
}

async function postClassic(
  client: TestClient,
  from: Page,
  { urls, fields }: Extract<SwitchRequest, { readonly kind: 'classic' }>,
): Promise<Page> {
  const sources = directive(from, 'form-action')
  const url = urls.find(url => sources.some(source => allows(source, from.url, url, true)))
  if (url === undefined) throw new Error(`The policy blocks ${urls}.`)
  const body = new URLSearchParams({ ...fields, csrf: await tokenOf(client, from) }).toString()
  const answer = await client.send(url, {
    method: 'POST',
    headers: { origin: new URL(from.url).origin, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  if (answer.location === '') throw new Error(`${url} answers ${answer.status}: ${answer.body}`)
  // Like Chromium, this checks a redirect of the form against the policy, but not its path.
  for (let { location } = answer; location !== ''; ) {
    if (!sources.some(source => allows(source, from.url, location, false))) {
      throw new Error(`The policy blocks the way back to ${location}.`)
    }
    const page = await client.send(location)
    if (page.location === '') return { ...page, url: location }
    location = page.location
  }
  throw new Error('There is no page.')
}

async function postMultiSession(
  client: TestClient,
  from: Page,
  { urls, tryAll, body }: Extract<SwitchRequest, { readonly kind: 'multi-session' }>,
): Promise<Page> {
  const { origin } = new URL(from.url)
  const sources = directive(from, 'connect-src')
  vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {} })
  vi.stubGlobal('window', { AWSC: { Auth: { getMbtc: () => tokenOf(client, from) } } })
  vi.stubGlobal('fetch', async (url: string, { method, headers, body }: RequestInit) => {
    if (!sources.some(source => allows(source, from.url, url, true))) throw new TypeError('blocked')
    const lower = Object.entries(headers as Record<string, string>).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ])
    const answer = await client.send(url, {
      method: String(method),
      headers: { origin, ...Object.fromEntries(lower) },
      body: String(body),
    })
    return new Response(answer.body, { status: answer.status })
  })
  try {
    const result = await postJson(urls, tryAll, body, 5_000)
    if (result.kind !== 'answered' || result.destination === undefined)
      throw new Error(JSON.stringify(result))
    return await client.open(result.destination)
  } finally {
    vi.unstubAllGlobals()
  }
}

/** Returns the page's token as text. If the page creates one first, waits for that. */
async function tokenOf(client: TestClient, { body, url }: Page): Promise<string> {
  const source = /getMbtc: \(\) => (.*?) } } *$/m.exec(body)?.[1] ?? ''
  const fetch = () => client.send(new URL('/demo/mint', url).href, { method: 'POST' })
  return String(await runInNewContext(source, { fetch }))
}

function factsOf(page: Page) {
  const info = /AccountInfo: ({.*?}) }/.exec(page.body)?.[1]
  const { loginDisplayNameAccount, loginDisplayNameUser } = JSON.parse(info ?? '{}')
  const signInEndpoint = /id="awsc-signin-endpoint" content="([^"]*)"/.exec(page.body)?.[1]
  return {
    sessionData: JSON.stringify(readSessionData(page)),
    loginAccount: loginDisplayNameAccount,
    loginUser: loginDisplayNameUser,
    ...(signInEndpoint && { signInEndpoint }),
  }
}

function directive({ headers }: Page, name: string): readonly string[] {
  const policy = String(headers['content-security-policy'])
  return (
    policy
      .split('; ')
      .find(text => text.startsWith(`${name} `))
      ?.split(' ')
      .slice(1) ?? []
  )
}

function allows(source: string, page: string, url: string, withPath: boolean): boolean {
  const { origin, pathname } = new URL(url)
  if (source === "'self'") return new URL(page).origin === origin
  if (!URL.canParse(source)) return false
  const allowed = new URL(source)
  return allowed.origin === origin && (!withPath || allowed.pathname === '/' || allowed.pathname === pathname)
}
