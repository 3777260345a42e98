import { findAccount } from './accounts'
import { type Browser, newCsrf, newSessionId, type Session, token } from './browsers'
import { refusalPage } from './error-page'
import { badRequest, forbidden, notSignedIn } from './fault'
import type { SignInHost } from './hosts'
import { type Html, html } from './html'
import { type DemoRequest, page, type Reply, redirect, type World } from './http'
import { demoMark, layout } from './layout'
import { partitions } from './partitions'
import { signInPolicy } from './policy'
import { colorFault, displayNameFault, type Role, roleKey, roleNameFault } from './role'
import { openSession, sessionUrl } from './sessions'

const fields = ['account', 'roleName', 'displayName', 'color'] as const

/**
 * Returns AWS's own switch form, filled in from its link. In multi-session mode it has a radio button for each session
 * and preselects one that may be the wrong one, or first asks which session to use.
 */
export function switchForm(host: SignInHost, { url, browser }: DemoRequest, world: World): Reply {
  const sessions = [...(browser?.sessions.values() ?? [])]
  if (!browser || (!browser.classic && sessions.length === 0)) return refusalPage(notSignedIn)
  const hint = url.searchParams.get('login_hint')
  const asks = !browser.classic && sessions.length > 1 && hint === null
  if (asks && world.behavior.shape.switchForm === 'selector') {
    return redirect(`/sessions/selector?${new URLSearchParams({ next: `${url.pathname}${url.search}` })}`)
  }
  const chosen = hint ?? sessions.at(-1)?.id
  const given = Object.fromEntries(url.searchParams)
  const { account = '', roleName = '' } = given
  // If a link lacks a display name or a color, AWS's form makes one up.
  const filled = { account, roleName, displayName: `${roleName} @ ${account}`, color: 'f2b0a9', ...given }
  const inputs = fields.map(
    name => html`<p><label>${name} <input name="${name}" value="${filled[name]}"></label></p>`,
  )
  return formPage(
    host,
    'Switch role',
    html`<h1>Switch role</h1>
      <form id="switch-form" method="post" action="/demo/switch">
        ${browser.classic ? undefined : sessions.map(session => radio(session, session.id === chosen))}
        ${inputs}
        <button class="button" id="switch">Switch role</button>
      </form>`,
  )
}

/** Returns AWS's page that asks which session to use, if a link names none and several are open. */
export function sessionSelector(host: SignInHost, { url, browser }: DemoRequest): Reply {
  const cards = [...(browser?.sessions.keys() ?? [])].map(id => {
    const next = new URL(url.searchParams.get('next') ?? '/', url.origin)
    next.searchParams.set('login_hint', id)
    return html`<li><a data-session="${id}" href="${next.pathname}${next.search}">${id}</a></li>`
  })
  return formPage(
    host,
    'Choose your session',
    html`<h1>Choose your session</h1><ul class="links">${cards}</ul>`,
  )
}

/** Switches as the form says, and goes to the console's home. */
export function submitSwitchForm(host: SignInHost, request: DemoRequest, world: World): Reply {
  const form = new URLSearchParams(request.body)
  const given = Object.fromEntries(form)
  const { browser } = request
  const record = (outcome: Parameters<World['record']>[0]['outcome']) =>
    world.record({
      mode: 'form',
      host: host.host,
      origin: request.headers.origin,
      body: request.body,
      fields: given,
      outcome,
    })
  const role = wantedRole(form, world)
  if ('errorCode' in role || !browser) {
    const fault = 'errorCode' in role ? role : notSignedIn
    record({ kind: 'refused', ...fault })
    return refusalPage(fault)
  }
  const destination = switched(host, browser, form.get('session'), role, world)
  if (destination === undefined) {
    record({ kind: 'refused', ...notSignedIn })
    return refusalPage(notSignedIn)
  }
  record({ kind: 'switched', destination })
  return redirect(destination)
}

function wantedRole(form: URLSearchParams, world: World): Role | ReturnType<typeof badRequest> {
  const field = (name: (typeof fields)[number]) => form.get(name) ?? ''
  const [name, displayName, color] = [field('roleName'), field('displayName'), field('color')]
  const reason = roleNameFault(name) ?? displayNameFault(displayName) ?? colorFault(color)
  if (reason !== undefined) return badRequest(reason)
  const account = findAccount(field('account'), world.aliases)
  if (!account) return badRequest('account is neither 12 digits nor an alias')
  const role = { account, name, displayName, color }
  return world.behavior.rolesTrustingNobody.includes(roleKey(role))
    ? forbidden('the role does not trust you')
    : role
}

function switched(
  { partition, family }: SignInHost,
  browser: Browser,
  sessionId: string | null,
  role: Role,
  world: World,
): string | undefined {
  const { domains, globalRegion } = partitions[partition]
  const home = `https://${globalRegion}.${domains[family].console}/console/home?region=${globalRegion}`
  if (browser.classic) {
    browser.classic.role = role
    return home
  }
  const from = browser.sessions.get(sessionId ?? '')
  if (!from) return undefined
  const id = newSessionId(role.account.id, world.behavior.shape.sessionName)
  openSession(browser, { id, signIn: from.signIn, region: globalRegion, csrf: newCsrf(), role })
  return sessionUrl(home, id, partition)
}

function radio({ id }: Session, checked: boolean): Html {
  return html`<p><label><input type="radio" name="session" value="${id}"${checked ? html` checked` : undefined}> ${id}</label></p>`
}

function formPage({ partition }: SignInHost, title: string, content: Html): Reply {
  const nonce = token()
  const body = html`
    <header class="nav"><b>Sign-in</b>${demoMark}</header>
    <main class="narrow"><section class="card">${content}</section></main>`
  return page(200, layout(`${title} (demo)`, nonce, body), {
    'content-security-policy': signInPolicy(nonce, partition),
  })
}
