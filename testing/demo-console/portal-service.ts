import { randomBytes } from 'node:crypto'
import type { PortalAccount, PortalBehavior, PortalShape } from './portal-shape'

/** A request to the service of a portal, on the portal's own host or on another one. */
export interface PortalRequest {
  readonly method: string
  readonly host: string
  /** The path below the service's base, such as `/instance/appinstances`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
  /** Whether the demo's own page sent it. */
  readonly isPages: boolean
}

/** An answer, or none: the connection is closed. */
export type PortalReply = PortalAnswer | 'cut'

interface PortalAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How many requests have come and who is signed in. */
export interface PortalState {
  /** Values of the sign-ins' cookies. */
  readonly signIns: Set<string>
  /** Requests that count for throttling and for the sign-in's end. */
  asked: number
  /** Answers with a status of the shape's `down`. */
  down: number
  /** Whether the sign-in's end has come. */
  hasEnded: boolean
}

export function newPortalState(): PortalState {
  return { signIns: new Set(), asked: 0, down: 0, hasEnded: false }
}

/** Signs a browser in, and returns the value of its cookie. */
export function signInToPortal(state: PortalState): string {
  const value = `demo-${randomBytes(16).toString('hex')}`
  state.signIns.add(value)
  return value
}

/**
 * Answers as the portal's service does: see docs/portal.md. `token` is the sign-in's, from the cookie on the portal's own
 * host or from a header on another one. `now` is in milliseconds since 1970.
 */
export function answerPortalService(
  request: PortalRequest,
  token: string | undefined,
  portal: PortalBehavior,
  state: PortalState,
  now: number,
): PortalReply {
  const { shape } = portal
  // The page's own requests are answered as if the user had never reached a limit: they aren't what is tested.
  const trouble = request.isPages ? undefined : troubleOf(shape, state, now)
  if (trouble) return trouble
  if (token === undefined || !state.signIns.has(token)) {
    return error(401, 'UnauthorizedException', 'Session token not found or invalid')
  }
  const effective = request.isPages ? { ...portal, shape: { ...shape, ways: allWays } } : portal
  return documented(request, effective) ?? ofInstances(request, effective)
}

const allWays = ['get', 'post', 'assignment'] as const

function troubleOf(shape: PortalShape, state: PortalState, now: number): PortalReply | undefined {
  const { ends, throttle, down } = shape
  state.asked++
  if (ends && state.asked > ends.after && !state.hasEnded) {
    state.hasEnded = true
    state.signIns.clear()
  }
  if (ends && state.hasEnded && state.signIns.size === 0) return ended(ends.how)
  if (down && state.down < down.times) {
    state.down++
    if (down.status === 'cut') return 'cut'
    return error(down.status, 'InternalServerException', 'Out of order')
  }
  if (throttle && state.asked % throttle.every === 0) {
    const { retryAfter } = throttle
    const header = retryAfter === 'date' ? new Date(now + 2_000).toUTCString() : '1'
    return error(429, 'TooManyRequestsException', 'HTTP 429 Unknown Code', {
      ...(retryAfter && { 'retry-after': header }),
    })
  }
  return undefined
}

function ended(how: 401 | 403 | 'html' | 'redirect'): PortalReply {
  if (how === 'html') return html('<!doctype html><title>Sign in</title>')
  if (how === 'redirect') {
    return { status: 302, headers: { location: 'https://eu-west-1.signin.aws/demo/portal' }, body: '' }
  }
  return error(
    how,
    how === 401 ? 'UnauthorizedException' : 'AccessDeniedException',
    'Session token not found or invalid',
  )
}

/** The documented pair of requests. Source: docs/portal.md, “Requests”. */
function documented(request: PortalRequest, portal: PortalBehavior): PortalReply | undefined {
  const { path, method, query } = request
  const { shape } = portal
  if (path !== '/assignment/accounts' && path !== '/assignment/roles') return undefined
  if (!shape.ways.includes('assignment')) return otherwise(shape)
  if (method !== 'GET') return error(405, 'InvalidRequestException', 'Method not allowed')
  const size = Number(query.get('max_result') ?? '20')
  if (!(size >= 1 && size <= 100)) return error(400, 'InvalidRequestException', 'max_result')
  const cursor = query.get('next_token') ?? undefined
  if (path === '/assignment/accounts') {
    const list = portal.accounts.map(({ id, name }) => ({
      accountId: id,
      ...(shape.names !== 'metadata without a name' && { accountName: name }),
      emailAddress: `${id}@example.com`,
    }))
    return paged('accountList', list, cursor, Math.min(size, shape.pageSize), shape, 'nextToken')
  }
  const account = accountOf(portal, query.get('account_id') ?? '')
  if (!account) return error(404, 'ResourceNotFoundException', 'No such account')
  const list = account.roles.map(roleName => ({ roleName, accountId: account.id }))
  return paged('roleList', list, cursor, Math.min(size, shape.pageSize), shape, 'nextToken')
}

/** The requests that the portal's own page sends. Source: docs/portal.md, “Requests”. */
function ofInstances(request: PortalRequest, portal: PortalBehavior): PortalReply {
  const { path, method, query, body, headers } = request
  const { shape } = portal
  const [, instance] = /^\/instance\/appinstance\/([^/]+)\/profiles$/.exec(path) ?? []
  if (path !== '/instance/appinstances' && instance === undefined) {
    return error(404, 'ResourceNotFoundException', 'Not found')
  }
  const fields = method === 'POST' ? new URLSearchParams(body) : query
  const cursor = fields.get('next_token') ?? undefined
  if (method === 'POST') {
    const isForm = `${headers['content-type']}`.startsWith('application/x-www-form-urlencoded')
    if (!isForm || headers['enable-pagination'] !== 'true')
      return error(400, 'InvalidRequestException', 'Form')
  }
  const way = method === 'POST' ? 'post' : 'get'
  const isTaken =
    cursor === undefined || request.isPages
      ? shape.ways.includes(way)
      : shape.pages === (way === 'post' ? 'form' : 'address')
  if (!isTaken) return otherwise(shape)
  if (instance === undefined) return paged('result', instancesOf(portal), cursor, shape.pageSize, shape)
  const account = accountOf(portal, idOfInstance(instance))
  if (!account || shape.unknown.includes(account.id)) {
    return error(404, 'ResourceNotFoundException', 'No such instance')
  }
  const profiles = account.roles.map((name, index) => ({
    id: `p-${account.id}${index}`,
    name,
    description: '',
    protocol: 'SAML',
    url: `https://eu-west-1.signin.aws/saml/${instance}`,
    relayState: null,
  }))
  return paged('result', profiles, cursor, shape.pageSize, shape)
}

function instancesOf({ accounts, applications, shape }: PortalBehavior): readonly unknown[] {
  const account = ({ id, name }: PortalAccount) => ({
    id: `ins-${id}abcd`,
    name: shape.names === 'in the name' ? `${id} (${name})` : 'AWS Account',
    description: 'AWS Account',
    applicationId: 'app-1234567890abcdef',
    applicationName: 'AWS Account',
    icon: 'https://static.global.sso.amazonaws.com/app-1234567890abcdef/icon',
    ...(shape.names !== 'in the name' && {
      searchMetadata: {
        AccountId: id,
        ...(shape.names === 'metadata' && { AccountName: name }),
        AccountEmail: `${id}@example.com`,
      },
    }),
  })
  const withoutId = Array.from({ length: shape.withoutId }, (_, index) => ({
    ...account({ id: '', name: 'AWS Account', roles: [] }),
    id: `ins-0000${index}`,
    name: 'AWS Account',
    searchMetadata: { AccountName: 'Nameless' },
  }))
  const apps = applications.map((name, index) => ({
    id: `ins-aaaa${index}`,
    name,
    description: name,
    applicationId: `app-aaaa${index}`,
    applicationName: name,
    icon: 'https://static.global.sso.amazonaws.com/app-aaaa/icon',
  }))
  return [...apps, ...accounts.map(account), ...withoutId]
}

function idOfInstance(instance: string): string {
  return /^ins-(\d{12})abcd$/.exec(instance)?.[1] ?? ''
}

function accountOf({ accounts }: PortalBehavior, id: string): PortalAccount | undefined {
  return accounts.find(account => account.id === id)
}

function paged(
  key: string,
  entries: readonly unknown[],
  cursor: string | undefined,
  size: number,
  { token, end }: PortalShape,
  name: string = token,
): PortalReply {
  const from = cursor === undefined ? 0 : Number(/^next:(\d+)\/\+=$/.exec(cursor)?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) return error(400, 'InvalidRequestException', 'next_token')
  const to = from + size
  // As AWS's tokens, it has characters that an address and a form have to encode.
  const next = to < entries.length ? `next:${to}/+=` : ends[end]
  return json(200, { [key]: entries.slice(from, to), ...(next !== undefined && { [name]: next }) })
}

const ends = { missing: undefined, null: null, empty: '', 'the string null': 'null' } as const

function otherwise({ otherwise: how }: PortalShape): PortalReply {
  if (how === 'html') return html('<!doctype html><title>Access portal</title>')
  if (how === 'another shape')
    return json(200, { items: [{ accountNumber: '111122223333', secret: 'of-nobody' }] })
  return error(how, 'InvalidRequestException', 'Not this way')
}

function error(
  status: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): PortalReply {
  return json(status, { message, __type: `com.amazonaws.switchboard.portal#${type}` }, headers)
}

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): PortalReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

function html(body: string): PortalReply {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}
