import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DemoConsole, startDemoConsole } from './index'
import { TestClient } from './test-client'

let demo: DemoConsole
beforeAll(async () => {
  demo = await startDemoConsole()
})
afterAll(() => demo.close())
beforeEach(() => demo.reset())

const portal = 'https://example.awsapps.com'
const service = 'https://portal.sso.eu-west-1.amazonaws.com/instance/appinstances'

const tokenIn = (header: unknown) => /x-amz-sso_authn=([^;]+)/.exec(String(header))?.[1] ?? ''

it('the page says where it is, and its cookie is hidden from its scripts unless the shape says otherwise', async () => {
  const client = new TestClient(demo)
  const page = await client.send(`${portal}/start`)
  expect(page.body).toContain('id="env">{"region":"eu-west-1","partition":"aws"')
  expect(page.body).toContain('role="treegrid"')
  expect(String(page.headers['set-cookie'])).toMatch(/^x-amz-sso_authn=.*; HttpOnly$/)
  demo.behave({ portal: { shape: { cookie: 'readable', env: false } } })
  const other = await client.send(`${portal}/start`)
  expect(String(other.headers['set-cookie'])).not.toContain('HttpOnly')
  expect(other.body).not.toContain('id="env"')
})

it('a portal that asks to sign in leads to another host and back', async () => {
  demo.behave({ portal: { asksToSignIn: true } })
  const client = new TestClient(demo)
  const signIn = await client.open(`${portal}/start`)
  expect(signIn.url).toMatch(/^https:\/\/eu-west-1\.signin\.aws\/demo\/portal\?/)
  const back = /href="([^"]+)"/.exec(signIn.body.slice(signIn.body.indexOf('<main')))?.[1] ?? ''
  const answer = await client.send(back.replaceAll('&amp;', '&'))
  expect(answer.body).toContain('location.replace("/start")')
  const headers = { cookie: `x-amz-sso_authn=${tokenIn(answer.headers['set-cookie'])}` }
  expect((await client.send(`${portal}/start`, { headers })).status).toBe(200)
})

it('the service on the portal’s host takes the cookie alone', async () => {
  const client = new TestClient(demo)
  const token = tokenIn((await client.send(`${portal}/start`)).headers['set-cookie'])
  const address = `${portal}/api/portal/instance/appinstances`
  expect((await client.send(address)).status).toBe(401)
  expect((await client.send(address, { headers: { 'x-amz-sso_bearer_token': token } })).status).toBe(401)
  expect((await client.send(address, { headers: { cookie: `x-amz-sso_authn=${token}` } })).status).toBe(200)
  demo.signOutOfPortals()
  expect((await client.send(address, { headers: { cookie: `x-amz-sso_authn=${token}` } })).status).toBe(401)
})

it('the service on its own host takes the token of portals’ pages, and refuses other origins', async () => {
  const client = new TestClient(demo)
  const token = tokenIn((await client.send(`${portal}/start`)).headers['set-cookie'])
  const headers = { 'x-amz-sso_bearer_token': token }
  const allowed = await client.send(service, { headers: { ...headers, origin: portal } })
  expect(allowed.status).toBe(200)
  expect(allowed.headers['access-control-allow-origin']).toBe(portal)
  const preflight = await client.send(service, { method: 'OPTIONS', headers: { origin: portal } })
  expect(preflight.headers['access-control-allow-headers']).toContain('x-amz-sso_bearer_token')
  for (const origin of ['https://foo.example', 'chrome-extension://abcdefghijklmnop']) {
    const refused = await client.send(service, { headers: { ...headers, origin } })
    expect(refused.status).toBe(400)
    expect(refused.body).toContain(`Origin not allowed: ${origin}`)
  }
  expect((await client.send(service, { headers })).status).toBe(400)
})

it('a link to a role leads to its console', async () => {
  const client = new TestClient(demo)
  const answer = await client.open(`${portal}/start/open?account_id=222233334444&role_name=Reader`)
  expect(answer.url).toMatch(/^https:\/\/us-east-1\.console\.aws\.amazon\.com\/console\/home/)
})
