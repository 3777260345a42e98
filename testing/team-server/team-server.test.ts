import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DemoConsole, startDemoConsole } from '../demo-console'
import { TestClient } from '../demo-console/test-client'
import { startTeamServer, type TeamServer } from './index'

let demo: DemoConsole
let server: TeamServer

beforeAll(async () => {
  demo = await startDemoConsole()
  server = await startTeamServer({ hosts: ['team.example'] })
})
afterAll(async () => {
  await demo.close()
  await server.close()
})

/** Returns a client that uses the demo's proxy and trusts only the team server. */
const client = () => new TestClient({ ...demo, certificateAuthority: server.certificateAuthority })

it('can be reached through the demo’s proxy, from when it’s admitted until the demo is reset', async () => {
  const address = 'https://team.example/team.ini?v=1'
  await expect(client().send(address)).rejects.toThrow('403')
  demo.admit('team.example', server.accept)
  server.answer('/team.ini', { kind: 'text', text: '[a]\n' })
  expect(await client().send(address, { headers: { 'X-Token': 's3cret' } })).toMatchObject({
    status: 200,
    body: '[a]\n',
  })
  expect(server.requests).toMatchObject([{ method: 'GET', url: address, headers: { 'x-token': 's3cret' } }])
  demo.reset()
  await expect(client().send(address)).rejects.toThrow('403')
})

it('answers 404 by default, and 304 to clients that have the text', async () => {
  demo.admit('team.example', server.accept)
  server.reset()
  const address = 'https://team.example/team.ini'
  expect(await client().send(address)).toMatchObject({ status: 404 })

  server.answer('/team.ini', { kind: 'text', text: '[a]\n' })
  const { headers } = await client().send(address)
  const ask = async (headers: Readonly<Record<string, string>>) =>
    (await client().send(address, { headers })).status
  const [etag, date] = [String(headers.etag), String(headers['last-modified'])]
  expect(await ask({ 'if-none-match': etag })).toBe(304)
  expect(await ask({ 'if-modified-since': date })).toBe(304)
  expect(await ask({ 'if-none-match': '"other"', 'if-modified-since': date })).toBe(200)
  server.answer('/team.ini', { kind: 'text', text: '[a]\n' })
  expect(await ask({ 'if-modified-since': date })).toBe(200)
})

it('reports the cookies it got', async () => {
  const headers = { cookie: 'visited=yes' }
  demo.admit('team.example', server.accept)
  server.reset()
  await client().send('https://team.example/', { headers })
  await client().send('https://team.example/')
  expect(server.requests.map(({ headers }) => headers.cookie)).toEqual(['visited=yes', undefined])
})
