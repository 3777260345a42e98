import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Behavior, SwitchAnswer } from './behavior'
import type { Browser, Browsers } from './browsers'
import type { Html } from './html'
import type { PortalRecord } from './portal-record'
import type { PortalState } from './portal-service'
import type { SwitchRecord } from './switch-record'

export interface DemoRequest {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The browser that the cookie identifies in this host's partition. */
  readonly browser: Browser | undefined
}

/** The hosts' data other than the request. */
export interface World {
  readonly browsers: Browsers
  readonly aliases: Readonly<Record<string, string>>
  readonly behavior: Behavior
  /** Returns the response that a test has queued for this switch, if any. Each one is used once. */
  takeAnswer(): SwitchAnswer | undefined
  record(entry: SwitchRecord): void
  /** Who is signed in to the portals. */
  readonly portal: PortalState
  /** Returns how many requests there have been, without the page's own. */
  recordPortal(entry: PortalRecord): number
  /** Resolves once a test lets the portal answer its request of this number, counted from 1 without the page's own. */
  untilAnswered(request: number): Promise<void>
}

export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | { readonly kind: 'hang' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'cut' }

const maxBodyBytes = 64 * 1024

export function page(
  status: number,
  { markup }: Html,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: markup,
  }
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  }
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    kind: 'answer',
    status: 302,
    headers: { location, 'cache-control': 'no-store', ...headers },
    body: '',
  }
}

export function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { kind: 'answer', status, headers: { 'content-type': 'text/plain', ...headers }, body: `${text}\n` }
}

/** Reads a request's body as UTF-8. Undefined if it's longer than any that the demo accepts. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= maxBodyBytes) chunks.push(chunk)
  }
  return length > maxBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8')
}

export function cookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  const pair = headers.cookie?.split('; ').find(text => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

/** With `SLOW=1`, one answer in three is up to a second late, so that tests that don't wait for the right thing fail. */
const maxDelayMs = process.env.SLOW ? 1_000 : 0

export function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'hang') return
  if (reply.kind === 'cut') {
    response.destroy()
    return
  }
  const answer = () => void response.writeHead(reply.status, reply.headers).end(reply.body)
  if (maxDelayMs > 0 && Math.random() < 1 / 3) setTimeout(answer, maxDelayMs * Math.random())
  else answer()
}
