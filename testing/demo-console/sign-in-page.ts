import { type Browser, sessionLimit, token } from './browsers'
import { type Html, html } from './html'
import { page, type Reply } from './http'
import { demoMark, layout } from './layout'
import { type Partition, partitionNames, signInHost } from './partitions'
import { type Person, people, signInOf } from './people'
import { signInPolicy } from './policy'
import { baseName } from './role'
import { sessionUrl } from './sessions'
import { landingUrl, signInUrl, userLabel } from './sign-in'

/** Returns the sign-in host's front page, with everybody one can sign in as, in either mode. */
export function signInPage(partition: Partition): Reply {
  const partitionLinks = partitionNames.map(
    name =>
      html`<li><a href="https://${signInHost(name)}/"${name === partition ? html` aria-current="page"` : undefined}>${name}</a></li>`,
  )
  return signInHostPage(
    'Sign in',
    html`
      <h1>Sign in</h1>
      <p class="lead">Choose who to be. Nothing here reaches AWS.</p>
      <section class="card"><h2>Partition</h2><ul class="links">${partitionLinks}</ul></section>
      <section class="card">
        <table>
          <thead><tr><th scope="col">Person</th><th scope="col">Classic</th><th scope="col">Multi-session</th></tr></thead>
          <tbody>${people.map(person => personRow(person, partition))}</tbody>
        </table>
      </section>`,
  )
}

/** Returns AWS's page of open sessions, each with a link that signs it out. */
export function sessionsPage(browser: Browser | undefined, partition: Partition): Reply {
  const sessions = [...(browser?.sessions.values() ?? [])]
  const rows = sessions.map(({ id, signIn, role }) => {
    const label = role?.displayName ?? userLabel(signIn.user)
    const where = sessionUrl(landingUrl({ ...signIn, landing: {} }), id, partition)
    return html`<tr data-session="${id}">
      <th scope="row"><a href="${where}">${label}</a><small>${role && `${baseName(role.name)}, `}${id}</small></th>
      <td><a class="button plain" href="/sessions/${id}/v1/logout">Sign out</a></td></tr>`
  })
  return signInHostPage(
    'Sessions',
    html`
      <h1>Sessions</h1>
      <p class="lead">${sessions.length} of at most ${sessionLimit} sessions are open.</p>
      <section class="card"><table id="sessions"><tbody>${rows}</tbody></table><p><a href="/">Sign in to another</a></p></section>`,
  )
}

export function signedOutPage(): Reply {
  return signInHostPage(
    'Signed out',
    html`<section class="card"><h1>You are signed out</h1><p><a href="/">Sign in</a></p></section>`,
  )
}

function personRow(person: Person, partition: Partition): Html {
  const link = (mode: 'classic' | 'multi-session', style: string) =>
    html`<td><a class="${style}" data-mode="${mode}" href="${signInUrl(signInOf(person, partition, mode))}">Sign in</a></td>`
  return html`<tr data-person="${person.label}">
    <th scope="row">${person.label}<small>${person.description}</small></th>
    ${link('classic', 'button')}${link('multi-session', 'button plain')}</tr>`
}

function signInHostPage(title: string, content: Html): Reply {
  const nonce = token()
  const body = html`
    <header class="nav"><b>Sign-in</b>${demoMark}</header>
    <main class="narrow">${content}</main>`
  return page(200, layout(`${title} (demo)`, nonce, body), { 'content-security-policy': signInPolicy(nonce) })
}
