import { type Browser, token } from './browsers'
import { consolePage } from './console-page'
import type { ConsoleHost } from './hosts'
import { html, scriptValue } from './html'
import { type DemoRequest, page, plain, type Reply, redirect, type World } from './http'
import { type Identity, identify } from './identity'
import { demoMark, layout } from './layout'
import { partitions, signInHost } from './partitions'
import { consolePolicy } from './policy'
import { serviceOf } from './services'
import { currentSession, namedSession, openPending, sessionUrl } from './sessions'
import type { Shape } from './shape'

/** Responds for a console host, with the page of the signed-in user or a signed-out page. */
export function answerConsole(host: ConsoleHost, request: DemoRequest, world: World): Reply {
  const { url, browser, method } = request
  if (method === 'POST' && url.pathname === '/demo/mint') return mint(browser, host)
  if (method !== 'GET' && method !== 'HEAD') {
    return plain(405, 'A console page takes no such request.', { allow: 'GET, HEAD' })
  }
  if (url.pathname === '/') return redirect('/console/home')
  if (url.pathname === '/favicon.ico') return plain(404, 'Not found.')
  const fault = regionFault(host, url)
  if (fault) return fault

  if (host.sessionId) openPending(browser, host.sessionId)
  const named = browser?.classic ? undefined : namedSession(browser, url)
  if (named !== undefined && named !== host.sessionId) {
    const own = sessionUrl(url.href, named, host.partition)
    if (own !== url.href) return redirect(own)
    openPending(browser, named)
  }

  const { shape } = world.behavior
  const asked = url.searchParams.get('region') ?? undefined
  const isElsewhere = host.region !== undefined && asked !== undefined && asked !== host.region
  const region = isElsewhere && shape.regionParameter === 'ignored' ? host.region : (asked ?? host.region)
  const identity = identify(browser, host, region, world.aliases, shape)
  // In multi-session mode a console without a session's name redirects to the current session's own host.
  if (identity?.sessionId && !host.sessionId) {
    const own = sessionUrl(url.href, identity.sessionId, host.partition)
    if (own !== url.href) return redirect(own)
  }
  if (identity && isElsewhere && shape.regionParameter === 'redirects')
    return toRegion(host, url, asked, shape)
  if (!identity && shape.ended === 'sign-in') return redirect(oauthUrl(url, host, region))
  return show(identity, host, request, world)
}

function show(identity: Identity | undefined, host: ConsoleHost, { url }: DemoRequest, world: World): Reply {
  const nonce = token()
  const { page: behavior, shape } = world.behavior
  const region = identity?.region ?? host.region ?? partitions[host.partition].globalRegion
  const headers = {
    'content-security-policy': consolePolicy({
      host,
      region,
      named: identity?.signInHost ?? signInHost(host.partition, region, host.family),
      nonce,
      shape,
      behavior: behavior.policy,
    }),
    'x-content-type-options': 'nosniff',
  }
  if (!identity || behavior.signedOut) return page(200, signedOutPage(host, nonce), headers)
  return page(200, consolePage(identity, host, url, nonce, world.behavior), headers)
}

/** Creates the token that a session needs before its first request, if the shape requires that. */
function mint(browser: Browser | undefined, { sessionId }: ConsoleHost): Reply {
  const id = sessionId ?? currentSession(browser)?.id
  if (id) browser?.minted.add(id)
  return { kind: 'answer', status: 204, headers: {}, body: '' }
}

/**
 * Goes on to the region that the address asks for. It uses a script, because a server's redirect would belong to the
 * form that led here, and Chromium would block it.
 */
function toRegion(host: ConsoleHost, url: URL, region: string, shape: Shape): Reply {
  const nonce = token()
  const where = new URL(url)
  where.host = url.host.replace(`${host.region}.`, `${region}.`)
  const body = html`<main class="narrow"><p>Going on to ${region}…</p></main>
<script nonce="${nonce}">location.replace(${scriptValue(where.href)} + location.hash)</script>`
  const named = signInHost(host.partition, region, host.family)
  const policy = consolePolicy({ host, region: host.region ?? region, named, nonce, shape })
  return page(200, layout('Console (demo)', nonce, body), { 'content-security-policy': policy })
}

/** Refuses a region outside the partition, and a global service's page in another region than its own. */
function regionFault({ partition, region }: ConsoleHost, url: URL): Reply | undefined {
  const { regions, globalRegion } = partitions[partition]
  const asked = url.searchParams.getAll('region')
  if (region !== undefined && !regions.includes(region)) return plain(404, `${partition} has no ${region}.`)
  const unknown = asked.find(name => !regions.includes(name))
  if (unknown !== undefined) return plain(400, `${partition} has no region ${unknown}.`)
  if (asked.length > 1) return plain(400, 'The address names a region twice.')
  const elsewhere = [region, ...asked].find(name => name !== undefined && name !== globalRegion)
  return serviceOf(url.pathname).global && elsewhere !== undefined
    ? plain(404, `A global service has no page in ${elsewhere}.`)
    : undefined
}

/** Returns where AWS leads from a console page without a session. See docs/console.md, “When a session ends”. */
function oauthUrl(page: URL, { partition, family }: ConsoleHost, region: string | undefined): string {
  const { globalRegion } = partitions[partition]
  const url = new URL(`https://${signInHost(partition, region ?? globalRegion, family)}/oauth`)
  const back = new URL(page)
  // The page's script would fill in the fragment, which no server sees.
  back.search += `${back.search === '' ? '?' : '&'}state=hashArgs%23&isauthcode=true`
  const client = 'arn:aws:signin:::console/canvas'
  const parameters = { response_type: 'code', client_id: client, redirect_uri: back.href }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

function signedOutPage(host: ConsoleHost, nonce: string) {
  const body = html`
    <header class="nav"><b>Console</b>${demoMark}</header>
    <main class="narrow">
      <section class="card" id="signed-out">
        <h1>You are signed out</h1>
        <p>Your session has ended, or you have not signed in.</p>
        <p><a class="button" href="https://${signInHost(host.partition)}/">Sign in</a></p>
      </section>
    </main>`
  return layout('Signed out (demo)', nonce, body)
}
