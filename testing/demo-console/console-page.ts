import { accountLabel } from './accounts'
import type { Behavior } from './behavior'
import type { ConsoleHost } from './hosts'
import { type Html, html } from './html'
import type { Identity } from './identity'
import { demoMark, layout } from './layout'
import { mainWorld, olderElements, sessionElements } from './page-facts'
import { partitions, signInHost } from './partitions'
import { readableOn } from './readable'
import { baseName } from './role'
import { type Service, serviceOf, services } from './services'

/** Returns a console page for a signed-in user. Every fact is in its own element, `#who-…`. */
export function consolePage(
  identity: Identity,
  host: ConsoleHost,
  url: URL,
  nonce: string,
  { page: lies, shape }: Behavior,
): Html {
  const service = serviceOf(url.pathname)
  const { role } = identity
  const body = html`
    <header class="nav">
      <a href="/console/home">Console</a>
      <span class="service" id="service">${service.name}</span>
      ${demoMark}
      <span class="right">
        <span class="region">${identity.region}</span>
        <span class="who" id="nav-who">${navLabel(identity)}</span>
        <a href="${signOutUrl(identity)}">Sign out</a>
      </span>
    </header>
    <main>
      <h1>${service.name}</h1>
      <p class="lead">What this console says you are.</p>
      <div class="columns">
        <section class="card"><h2>You</h2><dl id="who">${facts(identity, url)}</dl></section>
        <section class="card"><h2>Services</h2><ul class="links">${serviceLinks(service, host, identity)}</ul></section>
      </div>
      ${shape.facts === 'elements' || shape.token === 'element' ? olderElements(identity, url, shape) : undefined}
    </main>
    ${mainWorld(identity, nonce, lies, shape)}`
  const title = `${service.name} | ${role?.displayName ?? accountLabel(identity.account)} (demo)`
  return layout(title, nonce, body, sessionElements(identity, lies, shape), roleStyle(identity))
}

function facts(identity: Identity, url: URL): readonly Html[] {
  const { account, role } = identity
  const color = role && html`<span class="swatch"></span>${role.color}`
  return [
    fact('Mode', 'mode', identity.mode),
    fact('Partition', 'partition', identity.partition),
    fact('Account', 'account', account.id, html`${account.id} (${accountLabel(account)})`),
    fact('User', 'user', identity.user),
    fact('Role account', 'role-account', role?.account.id),
    fact('Role name', 'role-name', role && baseName(role.name)),
    fact('Display name', 'display-name', role?.displayName),
    fact('Color', 'color', role?.color, color),
    fact('Region', 'region', identity.region),
    fact('Session', 'session', identity.sessionId),
    // The server never sees the hash, so the page's script completes this one.
    fact('URL', 'url', url.href),
  ]
}

function fact(label: string, id: string, value = '', shown: Html | undefined = undefined): Html {
  const text = shown ?? (value === '' ? '–' : value)
  return html`<dt>${label}</dt><dd id="who-${id}" data-value="${value}">${text}</dd>`
}

function navLabel({ role, user, account }: Identity): string {
  return role ? role.displayName : `${user} @ ${accountLabel(account)}`
}

/** Styles the page in the role's color. The policy forbids `style` attributes. */
function roleStyle({ role }: Identity): Html | undefined {
  if (!role) return undefined
  return html`.who { background: #${role.color}; color: ${readableOn(role.color)} } .swatch { background: #${role.color} }`
}

function serviceLinks(current: Service, host: ConsoleHost, identity: Identity): readonly Html[] {
  const { region, partition } = identity
  const regional = host.region !== undefined
  const hasGlobal = !regional || host.region === partitions[partition].globalRegion
  return services
    .filter(service => !service.global || hasGlobal)
    .map(service => {
      const href = regional && !service.global ? `${service.path}?region=${region}` : service.path
      const mark = service.name === current.name ? html` aria-current="page"` : undefined
      return html`<li><a href="${href}"${mark}>${service.name}</a></li>`
    })
}

function signOutUrl({ partition, sessionId }: Identity): string {
  const host = signInHost(partition)
  return sessionId ? `https://${host}/sessions/${sessionId}/v1/logout` : `https://${host}/logout`
}
