import { get } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoConsole, startDemoConsole } from './index'
import { readCsrf, TestClient } from './test-client'

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

const tunnel = async (target: string) => {
  const { status, socket } = await client.tunnel(target)
  socket.destroy()
  return status
}

describe('the proxy', () => {
  it.each([
    'console.aws.amazon.com',
    'eu-west-1.console.aws.amazon.com',
    'US-EAST-1.console.aws.amazon.com',
    '111122223333-abcd1234.eu-west-1.console.aws.amazon.com',
    'signin.aws.amazon.com',
    'eu-west-1.signin.aws.amazon.com',
    'health.aws.amazon.com',
    'us-gov-east-1.console.amazonaws-us-gov.com',
    'phd.amazonaws-us-gov.com',
    'health.amazonaws-us-gov.com',
    'phd.amazonaws.cn',
    'health.amazonaws.cn',
    'console.amazonaws-us-gov.com',
    'console.amazonaws.cn',
    'console.amazonaws-eusc.eu',
    'console.aws.com',
    'eu-west-1.console.aws.com',
    '111122223333-abcd.eu-west-1.console.aws.com',
    '111122223333-abcdefghijklmnopqrstuvwxyz01234567890123.us-east-1.console.aws.amazon.com',
    'us-gov-east-1.console.aws-us-gov.com',
    'cn-north-1.console.amazonwebservices.cn',
    'eusc-de-east-1.console.aws.eu',
    'signin.aws.com',
    'eu-west-1.signin.aws.com',
    'signin.aws-us-gov.com',
    'signin.amazonwebservices.cn',
    'eusc-de-east-1.signin.aws.eu',
    'signin-fips.amazonaws-us-gov.com',
    'us-gov-east-1.signin-fips.amazonaws-us-gov.com',
    'signin.amazonaws-eusc.eu',
    'example.awsapps.com',
    'ssoins-1234567890abcdef.portal.eu-west-1.app.aws',
    'ssoins-1234567890abcdef.us-gov-west-1.portal.amazonaws.com',
    'start.us-gov-home.awsapps.com',
    'start.home.awsapps.cn',
    'ssoins-1234567890abcdef.cn-north-1.portal.amazonaws.com.cn',
    'ssoins-1234567890abcdef.portal.cn-north-1.app.amazonwebservices.com.cn',
    'ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
    'ssoins-1234567890abcdef.portal.eusc-de-east-1.api.amazonwebservices.eu',
    'signin.amazonaws.cn',
    'eusc-de-east-1.signin.amazonaws-eusc.eu',
  ])('serves %s', async host => {
    expect(await tunnel(`${host}:443`)).toBe(200)
    expect(demo.contactedHosts).toEqual({ served: [host.toLowerCase()], refused: [] })
  })

  it.each([
    'example.com:443',
    'aws.amazon.com:443',
    'evilconsole.aws.amazon.com:443',
    'console.aws.amazon.com.example.com:443',
    'a.b.console.aws.amazon.com:443',
    '111122223333-abcd1234.console.aws.amazon.com:443',
    'cn-north-1.signin.aws.amazon.com:443',
    '111122223333-abc.us-east-1.console.aws.amazon.com:443',
    'signin-fips.aws.amazon.com:443',
    'us-east-1.signin.aws-us-gov.com:443',
    'xconsole.aws.com:443',
    'console.aws.com.evil.example:443',
    'x.portal.nowhere-1.app.aws:443',
    'start.evil.awsapps.cn:443',
    'console.aws.amazon.com:80',
    'console.aws.amazon.com',
    '127.0.0.1:443',
  ])('refuses %s', async target => {
    expect(await tunnel(target)).toBe(403)
    expect(demo.contactedHosts).toEqual({ served: [], refused: [target] })
  })

  it('refuses plain HTTP, even to its own hosts', async () => {
    const path = 'http://console.aws.amazon.com/'
    const status = await new Promise(resolve => {
      get({ host: '127.0.0.1', port: demo.proxyPort, path, agent: false }, answer => {
        answer.resume()
        resolve(answer.statusCode)
      })
    })
    expect(status).toBe(403)
    expect(demo.contactedHosts.refused).toEqual([path])
  })
})

describe('the server', () => {
  it('answers only under the name that the tunnel was opened for', async () => {
    const headers = { host: 'signin.amazonaws.cn' }
    expect((await client.send('https://signin.aws.amazon.com/', { headers })).status).toBe(421)
  })

  it('doesn’t accept an endless body', async () => {
    const sending = { method: 'POST', body: 'x'.repeat(70_000) }
    expect((await client.send('https://signin.aws.amazon.com/switchrole', sending)).status).toBe(413)
  })

  it.each([
    ['PUT', '/switchrole', 405],
    ['GET', '/switchrole?account=444455556666&roleName=x', 401],
    ['GET', '/nothing', 404],
    ['GET', '/sessions/x/v1/switchrole', 404],
    ['GET', '/demo/sign-in?as=x', 400],
    ['GET', '/', 200],
  ])('answers %s %s at the sign-in host with %i', async (method, path, status) => {
    expect((await client.send(`https://signin.aws.amazon.com${path}`, { method })).status).toBe(status)
  })

  it('serves every host with the demo’s certificate', async () => {
    const hosts = [
      'eu-west-1.console.aws.com',
      '111122223333-abcd.eusc-de-east-1.console.aws.eu',
      'us-gov-east-1.signin-fips.amazonaws-us-gov.com',
      'x.portal.cn-north-1.app.amazonwebservices.com.cn',
      'start.us-gov-west-1.us-gov-home.awsapps.com',
    ]
    for (const host of hosts) expect((await client.send(`https://${host}/`)).status).toBeLessThan(500)
  })

  it.each([
    ['https://example.awsapps.com/start', 200],
    ['https://example.awsapps.com/', 404],
    ['https://start.us-gov-home.awsapps.com/directory/d-1234567890', 200],
    ['https://start.home.awsapps.cn/directory/d-1234567890/', 200],
    ['https://x.portal.eu-west-1.app.aws/', 200],
    ['https://x.portal.eu-west-1.app.aws/start', 404],
  ])('has a portal only at its address: %s', async (url, status) => {
    expect((await client.send(url)).status).toBe(status)
  })

  it('offers people who can sign in', async () => {
    const { body } = await client.send(demo.signInPageUrl)
    const links = [...body.matchAll(/href="([^"]*sign-in\?[^"]*)"/g)].map(([, href = '']) => href)
    expect(links).toHaveLength(10)
    for (const link of links) {
      expect((await new TestClient(demo).open(link.replaceAll('&amp;', '&'))).body).toContain('id="who-user"')
    }
  })

  it('sets a cookie for all hosts of the partition, and not for scripts', async () => {
    const engineer = {
      mode: 'classic',
      account: '111122223333',
      user: { kind: 'iam', name: 'engineer' },
    } as const
    const { headers } = await client.send(demo.signInUrl({ ...engineer, partition: 'aws-cn' }))
    const attributes = '; Domain=amazonaws.cn; Path=/; Secure; HttpOnly; SameSite=None'
    expect(String(headers['set-cookie'])).toContain(attributes)
  })

  it('doesn’t answer a request on a test’s request, and still closes', async () => {
    const own = await startDemoConsole({ behavior: { answer: { kind: 'hang' } } })
    const tab = new TestClient(own)
    const engineer = {
      mode: 'classic',
      account: '111122223333',
      user: { kind: 'iam', name: 'engineer' },
    } as const
    const page = await tab.open(own.signInUrl({ ...engineer, partition: 'aws' }))
    const fields = {
      mfaNeeded: '0',
      action: 'switchFromBasis',
      src: 'nav',
      csrf: readCsrf(page),
      roleName: 'Deployer',
      account: '444455556666',
      color: '000000',
      redirect_uri: encodeURIComponent(page.url),
      displayName: 'x',
    }
    const origin = new URL(page.url).origin
    const sent = tab.send('https://signin.aws.amazon.com/switchrole', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
    const ended = expect(sent).rejects.toThrow()
    await expect.poll(() => own.switches[0]?.outcome).toEqual({ kind: 'forced', answer: 'hang' })
    await own.close()
    await ended
  })
})
