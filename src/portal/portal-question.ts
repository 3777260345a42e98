/** A question to the portal's own service, as far as Rolecall asks it. Source: docs/portal.md, “Requests”. */
export type PortalQuestion = ListQuestion | RolesQuestion

/** Asks for the accounts. `cursor` is of a further page. */
export interface ListQuestion {
  readonly kind: 'list'
  readonly by: ListWay
  readonly cursor?: string
  /** How a further page is asked for. */
  readonly turn: PageTurn
}

/** Asks for an account's permission sets. `cursor` is of a further page. */
export interface RolesQuestion {
  readonly kind: 'roles'
  readonly by: RolesWay
  /** 12 digits. */
  readonly account: string
  /** The account's id in the portal. Only `assignment` does without. */
  readonly instance?: InstanceId
  readonly cursor?: string
  readonly turn: PageTurn
}

/** The ways to ask for the accounts, in the order in which they are tried. */
export const listWays = ['get', 'post', 'assignment'] as const
export type ListWay = (typeof listWays)[number]

/** The ways to ask for an account's permission sets, in the order in which they are tried. */
export const rolesWays = ['get', 'post', 'assignment'] as const
export type RolesWay = (typeof rolesWays)[number]

/** By which request a further page comes: by a form, as the portal's own page asks, or in the address. */
export type PageTurn = 'form' | 'address'

/** An account's id in the portal, `ins-` and letters and digits. */
export type InstanceId = string & { readonly [isInstance]: true }
declare const isInstance: unique symbol

/** Everything that Rolecall ever asks a portal for. `portalCall` makes no other path. */
type PortalPath =
  | '/api/portal/instance/appinstances'
  | `/api/portal/instance/appinstance/${InstanceId}/profiles`
  | '/api/portal/assignment/accounts'
  | '/api/portal/assignment/roles'

/** A request as the page's function sends it. `address` is relative, so that it stays on the page's own host. */
export interface PortalCall {
  readonly method: 'GET' | 'POST'
  readonly address: `${PortalPath}${'' | `?${string}`}`
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Parts of paths that open, end or hand out sessions and keys. Source: docs/portal.md, “Never asked”. */
export const forbiddenParts = /federation|credentials|session|logout|oidc|tb\/creds/i

/** Returns the text as an account's id in the portal, undefined if it isn't one. */
export function instanceId(text: unknown): InstanceId | undefined {
  return typeof text === 'string' && /^ins-[0-9a-z]{4,64}$/.test(text) && !forbiddenParts.test(text)
    ? (text as InstanceId)
    : undefined
}

/** The most accounts or roles that the documented requests give at once. Source: docs/portal.md, “Requests”. */
const maxResult = '100'

/** Returns the request for a question. Undefined if the account has no id of the portal and the way needs one. */
export function portalCall(question: PortalQuestion): PortalCall | undefined {
  const { by, cursor, turn } = question
  if (by === 'assignment') return documented(question)
  let path: PortalPath = '/api/portal/instance/appinstances'
  if (question.kind === 'roles') {
    if (question.instance === undefined) return undefined
    path = `/api/portal/instance/appinstance/${question.instance}/profiles`
  }
  if (cursor === undefined) return by === 'get' ? get(path) : form(path, {})
  return turn === 'form' ? form(path, { next_token: cursor }) : get(path, { next_token: cursor })
}

function documented(question: PortalQuestion): PortalCall {
  const page = {
    max_result: maxResult,
    ...(question.cursor !== undefined && { next_token: question.cursor }),
  }
  return question.kind === 'list'
    ? get('/api/portal/assignment/accounts', page)
    : get('/api/portal/assignment/roles', { account_id: question.account, ...page })
}

const accept = { accept: 'application/json' }

function get(path: PortalPath, query: Readonly<Record<string, string>> = {}): PortalCall {
  const pairs = encoded(query)
  return { method: 'GET', address: pairs === '' ? path : `${path}?${pairs}`, headers: accept }
}

function form(path: PortalPath, fields: Readonly<Record<string, string>>): PortalCall {
  const headers = {
    ...accept,
    'content-type': 'application/x-www-form-urlencoded',
    'enable-pagination': 'true',
  }
  return { method: 'POST', address: path, headers, body: encoded(fields) }
}

function encoded(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** Returns a question for a report: its method and path, without an id. */
export function questionForm(question: PortalQuestion): string {
  const call = portalCall(question)
  if (!call) return 'none'
  const [path = '', query = ''] = call.address.split('?')
  const names = [...`${query}&${call.body ?? ''}`.matchAll(/(?:^|&)(\w+)=/g)].map(([, name]) => name)
  const plain = path.replace(/ins-[^/]+/, '<id>')
  return `${call.method} ${plain}${names.length > 0 ? ` with ${names.join(', ')}` : ''}`
}
