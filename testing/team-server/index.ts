import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createCertificate } from '../demo-console/certificate'
import type { TeamAnswer } from './answer'
import { send } from './send'

export type { TeamAnswer } from './answer'

/** A request as it arrived. */
interface TeamRequest {
  readonly method: string
  /** With the host that the client asked for. */
  readonly url: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** Status of the response; 200 while there is none. */
  readonly status: number
}

export interface TeamServerOptions {
  /** Any free one by default. */
  readonly port?: number
  /** Additional names for the certificate, besides those of this computer. */
  readonly hosts?: readonly string[]
}

export interface TeamServer {
  /** `https://localhost:…`, where the URLs of `url` are. */
  readonly origin: string
  /** The same server as another host, and so another origin: `https://127.0.0.1:…`. */
  readonly otherOrigin: string
  /** The same without TLS: `http://127.0.0.1:…`. */
  readonly plainOrigin: string
  /** The certificate authority, PEM, for clients that are to trust this server alone. */
  readonly certificateAuthority: string
  /** Every request, in order. */
  readonly requests: readonly TeamRequest[]
  url(path: string): string
  /** From now on a path is answered in this way, at all origins; any other path with 404. */
  answer(path: string, answer: TeamAnswer): void
  /** Forgets all answers and requests. */
  reset(): void
  /** Takes over a connection, as of a proxy's tunnel to one of the `hosts`. */
  accept(socket: Duplex): void
  /** Ends all connections: who asks next has to make one. */
  disconnect(): void
  close(): Promise<void>
}

/** Starts a web server, over HTTPS and plain, that a team's configuration is fetched from, well or badly. */
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
  // Browsers drop connections they opened ahead of need, and those that haven't been told to trust the server.
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
      // HTTP's dates know no less than a second.
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
