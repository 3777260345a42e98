import type { PageBehavior } from './behavior'
import { Html, html, scriptValue } from './html'
import { accountInfo, type Identity, sessionData } from './identity'
import type { Shape } from './shape'
import { tokenOf } from './token-shapes'

/** Returns the elements of the head that describe the session at once. See docs/console.md, “Page facts”. */
export function sessionElements(identity: Identity, lies: PageBehavior, shape: Shape): Html {
  const content = shape.late.data === 0 ? sessionContent(identity, lies, shape) : undefined
  const named = shape.signInEndpoint === 'element' || shape.signInEndpoint === 'both'
  const endpoint = lies.signInElement === undefined && named ? identity.signInHost : lies.signInElement
  return html`${content === undefined ? undefined : html`<meta name="awsc-session-data" content="${content}">`}
${typeof endpoint === 'string' ? html`<meta id="awsc-signin-endpoint" content="${endpoint}">` : undefined}`
}

/** Returns the script that puts AWS's objects into the page's own world, each at its time. */
export function mainWorld(identity: Identity, nonce: string, lies: PageBehavior, shape: Shape): Html {
  const { late } = shape
  const content = late.data === 0 ? undefined : sessionContent(identity, lies, shape)
  return html`<script nonce="${nonce}">
const later = (milliseconds, put) => milliseconds === 0 ? put() : setTimeout(put, milliseconds)
${late.info === null ? undefined : html`later(${late.info}, () => {${objects(identity, lies, shape)}})`}
${
  content !== undefined && late.data !== null
    ? html`later(${late.data}, () => {
  const meta = document.createElement('meta')
  meta.name = 'awsc-session-data'
  meta.content = ${scriptValue(content)}
  document.head.append(meta)
})`
    : undefined
}
const url = document.getElementById('who-url')
const showUrl = () => { url.dataset.value = url.textContent = location.href }
addEventListener('hashchange', showUrl)
showUrl()
</script>
${lies.script === undefined ? undefined : html`<script nonce="${nonce}">${new Html(lies.script)}</script>`}`
}

/** Returns the content of older pages: display names in elements, the token in a field, a form to leave the role. */
export function olderElements(identity: Identity, url: URL, shape: Shape): Html {
  const { csrf, role } = identity
  const info = accountInfo(identity)
  const { text } = tokenOf(csrf, shape.token)
  return html`
    <section class="card" id="awsc-account-menu">
      <h2>Account</h2>
      <p>${[
        name('awsc-login-display-name-user', info.loginDisplayNameUser),
        name('awsc-login-display-name-account', info.loginDisplayNameAccount),
        name('awsc-role-display-name-user', info.roleDisplayNameUser),
        name('awsc-role-display-name-account', info.roleDisplayNameAccount),
      ]}</p>
      ${role ? exitForm(identity.signInHost, text, url) : html`<input type="hidden" name="csrf" value="${text}">`}
    </section>`
}

/**
 * Returns the content of `awsc-session-data`, or undefined if the page has none. Older pages lack it unless a test sets
 * it.
 */
function sessionContent(
  identity: Identity,
  { sessionData: lie }: PageBehavior,
  shape: Shape,
): string | undefined {
  if (lie === null || (shape.facts === 'elements' && lie === undefined)) return undefined
  return typeof lie === 'string' ? lie : JSON.stringify({ ...sessionData(identity, shape), ...lie })
}

function objects(identity: Identity, { accountInfo: lie, csrf }: PageBehavior, shape: Shape): Html {
  const hasInfo = shape.facts === 'objects' && lie !== null
  const { expression } = tokenOf(identity.csrf, shape.token)
  const token = csrf === 'wrong' ? html`"not-the-token"` : expression
  const hasToken = csrf !== 'none' && shape.token !== 'element' && shape.facts === 'objects'
  const made = shape.mint ? html`fetch('/demo/mint', { method: 'POST' }).then(() => ${token})` : token
  return html`
  ${hasInfo ? html`window.ConsoleNavService = { AccountInfo: ${scriptValue({ ...accountInfo(identity), ...lie })} }` : undefined}
  ${hasToken ? html`window.AWSC = { Auth: { getMbtc: () => ${made} } }` : undefined}
`
}

function name(id: string, value: string | undefined): Html | undefined {
  return value === undefined ? undefined : html`<span id="${id}">${value}</span> `
}

function exitForm(host: string, csrf: string, url: URL): Html {
  return html`
      <form id="awsc-exit-role-form" method="post" target="_top" action="https://${host}/switchrole">
        <input type="hidden" name="action" value="switchToBasis">
        <input type="hidden" name="src" value="nav">
        <input type="hidden" name="csrf" value="${csrf}">
        <input type="hidden" name="redirect_uri" value="${encodeURIComponent(url.href)}">
        <button class="button">Back</button>
      </form>`
}
