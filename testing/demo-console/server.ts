import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { cookieName } from './browsers'
import type { Certificate } from './certificate'
import { answerConsole } from './console-host'
import { classifyHost } from './hosts'
import { cookie, plain, type Reply, readBody, send, type World } from './http'
import { answerPortal, answerPortalServiceHost, answerPortalSignIn } from './portal-host'
import { answerSignIn } from './sign-in-host'

export interface TlsServer {
  /** Takes over a tunnel that a client opened. */
  accept(socket: Duplex): void
}

/** Creates the server of every host that the demo plays. It doesn't listen: the proxy passes connections to it. */
export function createTlsServer({ key, cert }: Certificate, world: World): TlsServer {
  const server = createServer({ key, cert }, async (request, response) => {
    send(response, await answer(request, world))
  })
  // Browsers drop connections that they opened in advance, and those that haven't been told to trust the demo.
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  return { accept: socket => server.emit('connection', socket) }
}

async function answer(request: IncomingMessage, world: World): Promise<Reply> {
  const { method = '', headers } = request
  const name = (headers.host ?? '').toLowerCase().replace(/:443$/, '')
  const host = classifyHost(name)
  const { socket } = request
  if (!host || (socket instanceof TLSSocket && socket.servername !== name)) {
    return plain(421, 'This host is not served here.')
  }
  const address = `https://${name}${request.url}`
  if (!URL.canParse(address)) return plain(400, 'The address is not one.')
  const body = await readBody(request)
  if (body === undefined) return plain(413, 'The body is too long.')
  const browser = world.browsers.find(cookie(headers, cookieName), host.partition)
  const read = { method, url: new URL(address), headers, body, browser }
  if (host.kind === 'portal') return answerPortal(host, read, world)
  if (host.kind === 'portal-service') return answerPortalServiceHost(host, read, world)
  if (host.kind === 'portal-sign-in') return answerPortalSignIn(host, read)
  return host.kind === 'console' ? answerConsole(host, read, world) : answerSignIn(host, read, world)
}
