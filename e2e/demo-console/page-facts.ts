import type { PageBehaviour } from './behaviour'
import { Html, html, scriptValue } from './html'
import { accountInfo, type Identity, sessionData } from './identity'

/** The elements of the head that tell about the session; see docs/console.md, “What the page tells”. */
export function sessionElements(
  identity: Identity,
  { sessionData: lie, signInElement, older }: PageBehaviour,
): Html {
  const endpoint = signInElement === undefined ? identity.signInHost : signInElement
  const content = typeof lie === 'string' ? lie : JSON.stringify({ ...sessionData(identity), ...lie })
  // Older pages don't know it yet, unless a test says what it holds.
  const hasData = lie !== null && !(older && lie === undefined)
  return html`${hasData ? html`<meta name="awsc-session-data" content="${content}">` : undefined}
${endpoint === null ? undefined : html`<meta id="awsc-signin-endpoint" content="${endpoint}">`}`
}

/** The script that puts AWS's objects into the page's own world. */
export function mainWorld(identity: Identity, nonce: string, behaviour: PageBehaviour): Html {
  const { accountInfo: lie, csrf: handOut = 'string', older, script } = behaviour
  const info = older || lie === null ? undefined : { ...accountInfo(identity), ...lie }
  const token = handOut === 'wrong' ? 'not-the-token' : identity.csrf
  const given = html`${handOut === 'promise' ? html`Promise.resolve(${scriptValue(token)})` : scriptValue(token)}`
  return html`<script nonce="${nonce}">
${info && html`window.ConsoleNavService = { AccountInfo: ${scriptValue(info)} }`}
${token !== undefined && handOut !== 'none' ? html`window.AWSC = { Auth: { getMbtc: () => ${given} } }` : undefined}
const url = document.getElementById('who-url')
const showUrl = () => { url.dataset.value = url.textContent = location.href }
addEventListener('hashchange', showUrl)
showUrl()
</script>
${script === undefined ? undefined : html`<script nonce="${nonce}">${new Html(script)}</script>`}`
}

/** What older pages hold instead: display names in elements, the token in a field, a form to leave the role. */
export function olderElements(identity: Identity, url: URL): Html {
  const { csrf = '', role } = identity
  const info = accountInfo(identity)
  return html`
    <section class="card" id="awsc-account-menu">
      <h2>Account</h2>
      <p>${[
        name('awsc-login-display-name-user', info.loginDisplayNameUser),
        name('awsc-login-display-name-account', info.loginDisplayNameAccount),
        name('awsc-role-display-name-user', info.roleDisplayNameUser),
        name('awsc-role-display-name-account', info.roleDisplayNameAccount),
      ]}</p>
      ${role ? exitForm(identity.signInHost, csrf, url) : html`<input type="hidden" name="csrf" value="${csrf}">`}
    </section>`
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
