import { refusalPage } from './error-page'
import { badRequest, returnFault } from './fault'
import {
  classifyHost,
  consoleOfUrl,
  type PortalHost,
  type PortalServiceHost,
  type PortalSignInHost,
} from './hosts'
import { cookie, type DemoRequest, page, plain, type Reply, redirect, type World } from './http'
import { portalPage, portalSignInPage, signedInPage } from './portal-page'
import { answerPortalService, type PortalReply, signInToPortal } from './portal-service'
import { roleNameFault } from './role'
import { type Landing, signInUrl } from './sign-in'

/** The cookie that AWS's portals have, on their own host alone. Source: docs/portal.md, “The sign-in”. */
const cookieName = 'x-amz-sso_authn'
const apiBase = '/api/portal'

/** Answers an access portal of Identity Center. */
export function answerPortal(host: PortalHost, request: DemoRequest, world: World): Reply | Promise<Reply> {
  const { method, url, headers } = request
  if (url.pathname.startsWith(`${apiBase}/`)) return answerApi(host, request, world)
  if (method !== 'GET') return plain(405, 'The portal takes no such request.', { allow: 'GET' })
  const { behavior, portal } = world
  if (url.pathname === '/demo/signed-in') {
    const to = url.searchParams.get('to') ?? '/'
    // A redirect from another site wouldn't send the new cookie along.
    const { markup, policy } = signedInPage(to.startsWith('/') ? to : '/')
    return page(200, markup, { 'content-security-policy': policy, 'set-cookie': newCookie(world) })
  }
  if (url.pathname === '/start/open') return open(host, url.searchParams, world)
  if (!pathOf(host).test(url.pathname.replace(/\/$/, ''))) return plain(404, 'Not found.')
  const isSignedIn = portal.signIns.has(cookie(headers, cookieName) ?? '')
  if (!isSignedIn && behavior.portal.asksToSignIn) {
    const to = new URLSearchParams({ portal: host.host, path: url.pathname })
    return redirect(`https://${regionOf(host)}.signin.aws/demo/portal?${to}`)
  }
  const { markup, policy } = portalPage(regionOf(host), host.partition, behavior.portal)
  return page(200, markup, {
    'content-security-policy': policy,
    ...(!isSignedIn && { 'set-cookie': newCookie(world) }),
  })
}

/**
 * Answers the portal's service on a host of its own, for the portals' pages: it takes the token from a header, and other
 * origins get a 400. Source: docs/portal.md, “Requests”.
 */
export function answerPortalServiceHost(
  { host }: PortalServiceHost,
  request: DemoRequest,
  world: World,
): Reply {
  const { method, url, headers, body } = request
  const { origin } = headers
  const isPortals = origin !== undefined && classifyHost(new URL(origin).hostname)?.kind === 'portal'
  if (!isPortals) {
    return asReply({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        message: `Origin not allowed: ${origin}`,
        __type: 'com.amazonaws.switchboard.portal#InvalidRequestException',
      }),
    })
  }
  const allowed = { 'access-control-allow-origin': origin, vary: 'origin' }
  if (method === 'OPTIONS') {
    return asReply({
      status: 200,
      headers: {
        ...allowed,
        'access-control-allow-headers': 'x-amz-sso_bearer_token, content-type, enable-pagination',
        'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
      },
      body: '',
    })
  }
  const asked = {
    method,
    host,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
    isPages: true,
  }
  const token = headers['x-amz-sso_bearer_token']
  const reply = answerPortalService(
    asked,
    typeof token === 'string' ? token : undefined,
    world.behavior.portal,
    world.portal,
    Date.now(),
  )
  return asReply(reply === 'cut' ? reply : { ...reply, headers: { ...reply.headers, ...allowed } })
}

/** Answers the host that people sign in to a portal at. Its page leads back. */
export function answerPortalSignIn(_host: PortalSignInHost, { method, url }: DemoRequest): Reply {
  if (method !== 'GET' || url.pathname !== '/demo/portal') return plain(404, 'Not found.')
  const portal = url.searchParams.get('portal') ?? ''
  const path = url.searchParams.get('path') ?? '/'
  if (classifyHost(portal)?.kind !== 'portal') return plain(404, 'Not found.')
  const back = new URL('/demo/signed-in', `https://${portal}`)
  back.searchParams.set('to', path)
  const { markup, policy } = portalSignInPage(back.href)
  return page(200, markup, { 'content-security-policy': policy })
}

async function answerApi(
  host: PortalHost,
  { method, url, headers, body }: DemoRequest,
  world: World,
): Promise<Reply> {
  const isPages = headers['x-demo-page'] === '1'
  const path = url.pathname.slice(apiBase.length)
  const asked = { method, host: host.host, path, query: url.searchParams, headers, body, isPages }
  const request = world.recordPortal({
    method,
    host: host.host,
    path: url.pathname,
    query: url.search,
    body,
    isPages,
    origin: headers.origin,
    site: `${headers['sec-fetch-site']}`,
    at: Date.now(),
  })
  if (!isPages) await world.untilAnswered(request)
  const value = cookie(headers, cookieName)
  return asReply(answerPortalService(asked, value, world.behavior.portal, world.portal, Date.now()))
}

function newCookie({ portal, behavior }: World): string {
  const isHidden = behavior.portal.shape.cookie === 'HttpOnly'
  return `${cookieName}=${signInToPortal(portal)}; Path=/; Secure; SameSite=Strict${isHidden ? '; HttpOnly' : ''}`
}

function asReply(reply: PortalReply): Reply {
  if (reply === 'cut') return { kind: 'cut' }
  const { status, headers, body } = reply
  return { kind: 'answer', status, headers: { 'cache-control': 'no-store', ...headers }, body }
}

/** The region of Identity Center: the host's own, or where the demo's shared hosts have theirs. */
function regionOf({ host, partition }: PortalHost): string {
  const named = host.split('.').find(label => /^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(label))
  return (
    named ??
    { aws: 'eu-west-1', 'aws-us-gov': 'us-gov-west-1', 'aws-cn': 'cn-north-1', 'aws-eusc': 'eusc-de-east-1' }[
      partition
    ]
  )
}

/** Returns the path of a portal's page. A portal with its own host has it at the root. */
function pathOf({ host }: PortalHost): RegExp {
  if (!/\.awsapps\.(?:com|cn)$/.test(host)) return /^$/
  return host.startsWith('start.') ? /^\/directory\/[\w-]+$/ : /^\/start$/
}

/** Signs in to the permission set and goes on to the destination. */
function open({ partition }: PortalHost, query: URLSearchParams, { behavior, record }: World): Reply {
  const fields = Object.fromEntries(query)
  const { account_id: account = '', role_name: permissionSet = '', destination } = fields
  const reason =
    (/^\d{12}$/.test(account) ? undefined : 'account_id is not 12 digits') ??
    roleNameFault(permissionSet) ??
    (destination === undefined ? undefined : returnFault(destination, partition)?.reason)
  const entry = { mode: 'portal', host: 'portal', origin: undefined, body: query.toString(), fields } as const
  if (reason !== undefined) {
    const fault = badRequest(reason)
    record({ ...entry, outcome: { kind: 'refused', ...fault } })
    return refusalPage(fault)
  }
  const user = { kind: 'identity-center', permissionSet, name: 'engineer@example.com' } as const
  const landing = destination === undefined ? {} : { landing: landingOf(destination) }
  const url = signInUrl({ partition, mode: behavior.portalMode, account, user, ...landing })
  record({ ...entry, outcome: { kind: 'switched', destination: destination ?? '' } })
  return redirect(url)
}

function landingOf(destination: string): Landing {
  const found = consoleOfUrl(destination)
  if (!found) return {}
  const { hostname, pathname, search, hash } = found.url
  return { host: hostname, path: `${pathname}${search}${hash}` }
}
