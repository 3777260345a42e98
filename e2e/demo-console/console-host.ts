import { token } from './browsers'
import { consolePage } from './console-page'
import type { ConsoleHost } from './hosts'
import { html } from './html'
import { type DemoRequest, page, plain, type Reply, redirect, type World } from './http'
import { type Identity, identify } from './identity'
import { demoMark, layout } from './layout'
import { partitions, signInHost } from './partitions'
import { consolePolicy } from './policy'
import { serviceOf } from './services'
import { sessionUrl } from './sessions'

/** Answers a console host: the page of whoever is signed in, or a signed-out one. */
export function answerConsole(host: ConsoleHost, request: DemoRequest, world: World): Reply {
  const { url, browser, method } = request
  if (method !== 'GET' && method !== 'HEAD') {
    return plain(405, 'A console page takes no such request.', { allow: 'GET, HEAD' })
  }
  if (url.pathname === '/') return redirect('/console/home')
  if (url.pathname === '/favicon.ico') return plain(404, 'Not found.')
  const fault = regionFault(host, url)
  if (fault) return fault

  const region = host.region ?? url.searchParams.get('region') ?? undefined
  const identity = identify(browser, host, region, world.aliases)
  // In multi-session mode a console without a session's name sends on to the current session's own host.
  if (identity?.sessionId && !host.sessionId) {
    const own = sessionUrl(url.href, identity.sessionId, host.partition)
    if (own !== url.href) return redirect(own)
  }
  return show(identity, host, request, world)
}

function show(identity: Identity | undefined, host: ConsoleHost, { url }: DemoRequest, world: World): Reply {
  const nonce = token()
  const { page: behaviour } = world.behaviour
  const region = identity?.region ?? host.region ?? partitions[host.partition].globalRegion
  const headers = {
    'content-security-policy': consolePolicy(host.partition, region, nonce, behaviour.policy),
    'x-content-type-options': 'nosniff',
  }
  if (!identity || behaviour.signedOut) return page(200, signedOutPage(host, nonce), headers)
  return page(200, consolePage(identity, host, url, nonce, behaviour), headers)
}

/**
 * Host and `region=` parameter have to agree, and a global service knows one region only: AWS answers 400 or
 * 404. See docs/console.md, “Redirects and regions”.
 */
function regionFault({ partition, region }: ConsoleHost, url: URL): Reply | undefined {
  const { regions, globalRegion } = partitions[partition]
  const asked = url.searchParams.getAll('region')
  if (region !== undefined && !regions.includes(region)) return plain(404, `${partition} has no ${region}.`)
  const unknown = asked.find(name => !regions.includes(name))
  if (unknown !== undefined) return plain(400, `${partition} has no region ${unknown}.`)
  if (asked.some(name => name !== (region ?? asked[0]))) {
    return plain(400, 'The region of the host and of the address disagree.')
  }
  const named = region ?? asked[0]
  const isElsewhere = named !== undefined && named !== globalRegion
  return serviceOf(url.pathname).global && isElsewhere
    ? plain(404, `A global service has no page in ${named}.`)
    : undefined
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
