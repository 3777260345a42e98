import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { classifyHost } from './hosts'

export interface ContactedHosts {
  /** The demo's hosts, and other admitted ones, that a client opened a tunnel to, in the order of first use. */
  readonly served: readonly string[]
  /** Everything else that a client asked for: `host:port` for a tunnel, the URL for a plain HTTP request. */
  readonly refused: readonly string[]
}

export interface Proxy {
  readonly port: number
  readonly contactedHosts: ContactedHosts
  /** Passes tunnels to another host to `accept`, until `reset`. */
  admit(host: string, accept: Accept): void
  /** Lets clients reach a plain HTTP server on this computer at `http://localhost:<port>/`, until `reset`. */
  forward(port: number): void
  /** Forgets which hosts clients asked for, and which are admitted. */
  reset(): void
  close(): Promise<void>
}

/** Takes over a tunnel that a client opened. */
export type Accept = (socket: Duplex) => void

/**
 * Starts a CONNECT proxy on 127.0.0.1. It passes tunnels for the demo's hosts to `accept` and answers everything else
 * with 403, so that no client can reach the network.
 */
export async function startProxy(port: number, accept: Accept): Promise<Proxy> {
  const admitted = new Map<string, Accept>()
  const forwarded = new Set<string>()
  const served = new Set<string>()
  const refused = new Set<string>()
  const sockets = new Set<Duplex>()

  const server = createServer((request, response) => {
    const { url = '' } = request
    if (URL.canParse(url) && forwarded.has(new URL(url).host)) return passOn(request, response)
    refused.add(request.url ?? '')
    response.writeHead(403, { 'content-type': 'text/plain' }).end('The demo serves no plain HTTP.\n')
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', (request, socket, head) => {
    // A browser may disconnect in the middle of a response.
    socket.on('error', () => socket.destroy())
    const target = (request.url ?? '').toLowerCase()
    const [, host] = /^([^:]+):443$/.exec(target) ?? []
    const taker = admitted.get(host ?? '') ?? (classifyHost(host ?? '') && accept)
    if (host === undefined || !taker) {
      refused.add(target)
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    served.add(host)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    taker(socket)
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    get contactedHosts() {
      return { served: [...served], refused: [...refused] }
    },
    admit(host, taker) {
      admitted.set(host, taker)
    },
    forward(port) {
      forwarded.add(`localhost:${port}`)
    },
    reset() {
      admitted.clear()
      forwarded.clear()
      served.clear()
      refused.clear()
    },
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Sends a request to the server on this computer that its full URL names, and passes the answer back. */
function passOn(request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '' } = request
  const passed = send(url, { method, headers, agent: false }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  passed.on('error', () => response.destroy())
  request.pipe(passed)
}
