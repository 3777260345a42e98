import { token } from './browsers'
import type { Fault } from './fault'
import { html } from './html'
import { page, type Reply } from './http'
import { demoMark, layout } from './layout'
import { signInPolicy } from './policy'

/** Returns the sign-in host's page that says why it refuses. */
export function refusalPage({ status, errorCode, reason }: Fault): Reply {
  const nonce = token()
  const body = html`
    <header class="nav"><b>Sign-in</b>${demoMark}</header>
    <main class="narrow">
      <section class="card" role="alert">
        <h1>Your request could not be completed</h1>
        <p id="error-reason">${reason}</p>
        <p class="quiet">Error code: <code id="error-code">${errorCode}</code></p>
        <p><a href="/">Sign in</a></p>
      </section>
    </main>`
  return page(status, layout('Amazon Web Services Sign-In: refused (demo)', nonce, body), {
    'content-security-policy': signInPolicy(nonce),
  })
}
