import { token } from './browsers'
import { type Html, html, scriptValue } from './html'
import { demoMark, layout } from './layout'
import type { Partition } from './partitions'
import type { PortalBehavior } from './portal-shape'

interface PageOfPortal {
  readonly markup: Html
  /** Its `Content-Security-Policy`. */
  readonly policy: string
}

const words = {
  en: { title: 'Access portal', heading: 'Accounts', unfold: 'Show roles', next: 'Next page' },
  ja: {
    title: 'アクセスポータル',
    heading: 'アカウント',
    unfold: 'ロールを表示',
    next: '次のページ',
  },
} as const

/**
 * Returns the portal's page: its table is built by a script from the service, with the elements that
 * docs/portal.md, “The page” names. The script asks the service's own host if it can read the sign-in's cookie.
 */
export function portalPage(region: string, partition: Partition, portal: PortalBehavior): PageOfPortal {
  const nonce = token()
  const { shape, unfolded } = portal
  const text = words[shape.language]
  const suffix = { aws: 'com', 'aws-us-gov': 'com', 'aws-cn': 'com.cn', 'aws-eusc': 'eu' }[partition]
  const service = `https://portal.sso.${region}.amazonaws.${suffix}`
  const env = {
    region,
    partition,
    stage: 'prod',
    oidcApiEndpoint: `https://oidc.${region}.amazonaws.${suffix}`,
    FDLEnabled: true,
    PKCEEnabled: true,
    panoramaEnabled: false,
    shortbreadEnabled: true,
    allowAllCookiesByDefault: false,
  }
  const body = html`
    ${shape.env ? html`<script type="application/json" id="env">${scriptValue(env)}</script>` : undefined}
    <header class="nav"><b>${text.title}</b>${demoMark}</header>
    <main><section class="card"><h1>${text.heading}</h1>
      <table role="treegrid" aria-label="${text.heading}"><tbody></tbody></table>
      <p hidden><button class="button plain" aria-label="${text.next}">${text.next}</button></p>
    </section></main>
    <script nonce="${nonce}">
const service = ${scriptValue(service)}
const unfolded = ${scriptValue(unfolded)}
const unfold = ${scriptValue(text.unfold)}
const table = document.querySelector('tbody')
const next = document.querySelector('main button')
const rowsOfPage = 100
let accounts = []
let from = 0

function follow() {
  const [path, query] = location.hash.split('?')
  if (path === '#/console') location.replace('/start/open?' + query)
}
addEventListener('hashchange', follow)
follow()

async function ask(path) {
  const [, token] = /x-amz-sso_authn=([^;]+)/.exec(document.cookie) ?? []
  const answer = token
    ? await fetch(service + path, { headers: { 'x-amz-sso_bearer_token': token } })
    : await fetch('/api/portal' + path, { headers: { 'x-demo-page': '1' } })
  return answer.json()
}

async function list(path) {
  const all = []
  for (let cursor = ''; ; ) {
    const page = await ask(path + (cursor && '?next_token=' + encodeURIComponent(cursor)))
    all.push(...page.result)
    cursor = page.paginationToken ?? page.nextToken ?? page.next_token ?? ''
    if (cursor === '' || cursor === 'null') return all
  }
}

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function rowOf({ id, name, searchMetadata: metadata }) {
  const [, inName, called] = /^(\\d{12}) \\((.*)\\)$/.exec(name) ?? []
  const account = metadata?.AccountId ?? inName
  const button = element('button', { class: 'button plain', 'aria-expanded': 'false', 'aria-label': unfold }, '▸')
  const cell = element('div', { role: 'button', 'data-testid': 'account-list-cell' }, metadata?.AccountName ?? called ?? '')
  const row = element('tr', { 'data-selection-item': 'item', 'aria-level': '1' },
    element('th', {}, button, ' ', cell), element('td', {}, account), element('td', {}, metadata?.AccountEmail ?? ''))
  const show = async () => {
    button.setAttribute('aria-expanded', 'true')
    const roles = await list('/instance/appinstance/' + id + '/profiles')
    const query = role => '#/console?account_id=' + account + '&role_name=' + encodeURIComponent(role.name)
    row.after(...roles.map(role => element('tr', { 'data-selection-item': 'item', 'aria-level': '2' },
      element('th', {}, element('a', { 'data-testid': 'federation-link', href: query(role) }, role.name)))))
  }
  button.addEventListener('click', show)
  return { row, show }
}

async function draw() {
  const rows = accounts.slice(from, from + rowsOfPage).map(rowOf)
  table.replaceChildren(...rows.map(({ row }) => row))
  next.parentElement.hidden = from + rowsOfPage >= accounts.length
  for (const { show } of rows.slice(0, unfolded)) await show()
  document.body.dataset.ready = ''
}
next.addEventListener('click', () => { from += rowsOfPage; draw() })

if (!location.hash.startsWith('#/console')) {
  list('/instance/appinstances').then(all => {
    accounts = all.filter(({ name, searchMetadata: data }) => data?.AccountId || /^\\d{12} \\(/.test(name))
    return draw()
  })
}
</script>`
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; connect-src 'self' ${service}`
  const style = html`[data-testid="account-list-cell"] { display: inline } th .button { padding: 0 8px; margin-right: 8px } [aria-level="2"] th { padding-left: 56px }`
  return { markup: layout(`${text.title} (demo)`, nonce, body, undefined, style), policy }
}

/** Returns the page where people sign in to a portal. `back` is where that leads. */
export function portalSignInPage(back: string): PageOfPortal {
  const nonce = token()
  const body = html`
    <header class="nav"><b>Sign in</b>${demoMark}</header>
    <main class="narrow"><section class="card"><h1>Sign in</h1><p><a class="button" href="${back}">Sign in as engineer@example.com</a></p></section></main>`
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:`
  return { markup: layout('Sign in (demo)', nonce, body), policy }
}

/** Returns the portal's page right after a sign-in, which goes on to the path. */
export function signedInPage(path: string): PageOfPortal {
  const nonce = token()
  const body = html`<script nonce="${nonce}">location.replace(${scriptValue(path)})</script>`
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`
  return { markup: layout('Access portal (demo)', nonce, body), policy }
}
