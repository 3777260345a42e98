import { token } from './browsers'
import { refusalPage } from './error-page'
import { badRequest, returnFault } from './fault'
import { consoleOfUrl, type PortalHost } from './hosts'
import { html } from './html'
import { type DemoRequest, page, plain, type Reply, redirect, type World } from './http'
import { demoMark, layout } from './layout'
import { roleNameFault } from './role'
import { type Landing, signInUrl } from './sign-in'

/**
 * Answers an access portal of Identity Center. Its page reads the link, because no server sees its hash, and signs in.
 */
export function answerPortal(host: PortalHost, { method, url }: DemoRequest, world: World): Reply {
  if (method !== 'GET') return plain(405, 'The portal takes no such request.', { allow: 'GET' })
  if (pathOf(host).test(url.pathname.replace(/\/$/, ''))) return portalPage()
  return url.pathname === '/start/open' ? open(host, url.searchParams, world) : plain(404, 'Not found.')
}

/** Returns the path of a portal's page. A portal with its own host has it at the root. */
function pathOf({ host }: PortalHost): RegExp {
  if (!/\.awsapps\.(?:com|cn)$/.test(host)) return /^$/
  return host.startsWith('start.') ? /^\/directory\/[\w-]+$/ : /^\/start$/
}

function portalPage(): Reply {
  const nonce = token()
  const body = html`
    <header class="nav"><b>Access portal</b>${demoMark}</header>
    <main class="narrow"><section class="card"><h1>Your accounts</h1><p id="portal">Open an account by a link.</p></section></main>
    <script nonce="${nonce}">
const [path, query] = location.hash.split('?')
if (path === '#/console') location.replace('/start/open?' + query)
</script>`
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`
  return page(200, layout('Access portal (demo)', nonce, body), { 'content-security-policy': policy })
}

/** Signs in to the permission set and goes on to the destination. */
function open({ partition }: PortalHost, query: URLSearchParams, { behaviour, record }: World): Reply {
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
  const url = signInUrl({ partition, mode: behaviour.portalMode, account, user, ...landing })
  record({ ...entry, outcome: { kind: 'switched', destination: destination ?? '' } })
  return redirect(url)
}

function landingOf(destination: string): Landing {
  const found = consoleOfUrl(destination)
  if (!found) return {}
  const { hostname, pathname, search, hash } = found.url
  return { host: hostname, path: `${pathname}${search}${hash}` }
}
