import { request } from 'node:https'
import { connect, type Socket } from 'node:net'
import { createSecureContext, type SecureContext, connect as tlsConnect } from 'node:tls'
import type { DemoConsole } from './index'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
  readonly location: string
}

export interface Sending {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * A client that uses the proxy, trusts only the demo's authority and keeps cookies like a browser, by domain and with
 * `Secure`. It doesn't follow redirects by itself and sends no `Origin` of its own.
 */
export class TestClient {
  readonly #cookies = new Map<string, string>()
  readonly #context: SecureContext

  constructor(private readonly demo: DemoConsole) {
    this.#context = createSecureContext({ ca: demo.certificateAuthority })
  }

  /** Opens a tunnel. Returns the status of the proxy's answer, and the socket. */
  tunnel(target: string): Promise<{ status: number; socket: Socket }> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.demo.proxyPort, '127.0.0.1', () => {
        socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)
      })
      socket.once('error', reject)
      socket.once('data', answer => resolve({ status: Number(answer.toString().split(' ')[1]), socket }))
    })
  }

  async send(address: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
    const url = new URL(address)
    const { status, socket } = await this.tunnel(`${url.hostname}:443`)
    if (status !== 200) throw new Error(`The proxy answered ${status}.`)
    const secure = tlsConnect({ socket, servername: url.hostname, secureContext: this.#context })
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        defaultPort: 443,
        method,
        createConnection: () => secure,
        headers: { ...this.#cookieHeader(url.hostname), ...headers },
      })
      sent.on('error', reject)
      sent.on('response', async response => {
        const text = (await response.toArray()).join('')
        this.#keep(response.headers['set-cookie'] ?? [])
        const { statusCode = 0, headers } = response
        const location = headers.location ? new URL(headers.location, url).href : ''
        resolve({ status: statusCode, headers, body: text, location })
      })
      sent.end(body)
    })
  }

  /** Opens a page like the address bar: follows redirects, and also returns the last URL. */
  async open(address: string): Promise<Answer & { readonly url: string }> {
    let url = address
    let answer = await this.send(url)
    while (answer.location !== '') {
      url = answer.location
      answer = await this.send(url)
    }
    return { ...answer, url }
  }

  #cookieHeader(host: string): Readonly<Record<string, string>> {
    const fitting = [...this.#cookies].filter(([domain]) => host.endsWith(`.${domain}`))
    return fitting.length > 0 ? { cookie: fitting.map(([, pair]) => pair).join('; ') } : {}
  }

  #keep(cookies: readonly string[]): void {
    for (const text of cookies) {
      const [pair = ''] = text.split('; ')
      const domain = /; Domain=([^;]+)/.exec(text)?.[1]
      if (domain && /; Secure/.test(text)) this.#cookies.set(domain, pair)
    }
  }
}

/** Returns the text of the element `#who-<id>` on a console page. */
export function who({ body }: Pick<Answer, 'body'>, id: string): string | undefined {
  return new RegExp(`id="who-${id}" data-value="([^"]*)"`).exec(body)?.[1]
}

/** Returns the page's session data, or undefined if it has none. */
export function readSessionData({ body }: Pick<Answer, 'body'>): Record<string, unknown> | undefined {
  const content = /name="awsc-session-data" content="([^"]*)"/.exec(body)?.[1]
  return content === undefined ? undefined : JSON.parse(content.replaceAll('&quot;', '"'))
}

/** Returns the CSRF token that the page's own script hands out. */
export function readCsrf({ body }: Pick<Answer, 'body'>): string {
  return /getMbtc: \(\) => "?([\w-]+)/.exec(body)?.[1] ?? ''
}
