import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createCertificate } from '../demo-console/certificate'
import type { TeamAnswer } from './answer'
import { send } from './send'

export type { TeamAnswer } from './answer'

interface TeamRequest {
  readonly method: string
  /** The URL, with the host that the client asked for. */
  readonly url: string
  /** By lowercase name. */
  readonly headers: Readonly<Record<string, string>>
  /** Status of the response. 200 until there is one. */
  readonly status: number
}

export interface TeamServerOptions {
  /** By default any free one. */
  readonly port?: number
  /** Additional names for the certificate, besides those of this computer. */
  readonly hosts?: readonly string[]
}

export interface TeamServer {
  /** `https://localhost:…`, the origin of `url`. */
  readonly origin: string
  /** The same server under another host, and so another origin: `https://127.0.0.1:…`. */
  readonly otherOrigin: string
  /** The same server without TLS: `http://127.0.0.1:…`. */
  readonly plainOrigin: string
  /** The certificate authority, PEM, for clients that should trust only this server. */
  readonly certificateAuthority: string
  /** Every request, in order. */
  readonly requests: readonly TeamRequest[]
  url(path: string): string
  /** Sets the answer for a path, at all origins. Any other path gets a 404. */
  answer(path: string, answer: TeamAnswer): void
  /** Forgets all answers and requests. */
  reset(): void
  /** Takes over a connection, such as a proxy's tunnel to one of the `hosts`. */
  accept(socket: Duplex): void
  /** Ends all connections, so that the next request needs a new one. */
  disconnect(): void
  close(): Promise<void>
}

/** Starts a web server, over HTTPS and HTTP, that serves a team list correctly or with faults. */
export async function startTeamServer({ port = 0, hosts = [] }: TeamServerOptions = {}): Promise<TeamServer> {
  const certificate = await createCertificate(['localhost', '127.0.0.1', '::1', ...hosts])
  const answers = new Map<string, { readonly answer: TeamAnswer; readonly changed: Date }>()
  let requests: readonly TeamRequest[] = []
  let changed = Date.now()

  const handle = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', headers } = request
    const url = `${scheme}://${headers.host}${request.url}`
    const received = {
      method,
      url,
      headers: headersOf(request),
      get status() {
        return response.statusCode
      },
    }
    requests = [...requests, received]
    // A cookie for clients that keep cookies.
    if (scheme === 'https') response.setHeader('set-cookie', 'visited=yes; Path=/; Secure; SameSite=None')
    const found = answers.get(new URL(url).pathname)
    if (found) send(request, response, found.answer, found.changed)
    else send(request, response, { kind: 'status', status: 404 }, new Date())
  }
  const secure = createHttpsServer(certificate, handle('https'))
  const plain = createHttpServer(handle('http'))
  // Browsers drop connections that they opened in advance, and those that haven't been told to trust the server.
  secure.on('tlsClientError', (_error, socket) => socket.destroy())
  const [securePort, plainPort] = await Promise.all([listen(secure, port), listen(plain, 0)])

  return {
    origin: `https://localhost:${securePort}`,
    otherOrigin: `https://127.0.0.1:${securePort}`,
    plainOrigin: `http://127.0.0.1:${plainPort}`,
    certificateAuthority: certificate.authority,
    get requests() {
      return requests
    },
    url: path => `https://localhost:${securePort}${path}`,
    answer(path, answer) {
      // HTTP dates have a resolution of one second.
      changed = Math.max(Date.now(), changed + 1_000)
      answers.set(path, { answer, changed: new Date(changed) })
    },
    reset() {
      answers.clear()
      requests = []
    },
    accept: socket => secure.emit('connection', socket),
    disconnect: () => secure.closeAllConnections(),
    async close() {
      await Promise.all([close(secure), close(plain)])
    },
  }
}

type AnyServer = Server | ReturnType<typeof createHttpServer>

async function listen(server: AnyServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return (server.address() as AddressInfo).port
}

async function close(server: AnyServer): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  await closed
}

function headersOf({ headers }: IncomingMessage): TeamRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
