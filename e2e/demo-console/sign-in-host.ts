import { type Browser, cookieName, newSessionId, token } from './browsers'
import { classicSwitch } from './classic-switch'
import { refusalPage } from './error-page'
import { badRequest, notSignedIn } from './fault'
import type { SignInHost } from './hosts'
import { type DemoRequest, plain, type Reply, redirect, type World } from './http'
import { multiSessionPreflight, multiSessionSwitch } from './multi-session-switch'
import { partitions } from './partitions'
import { isFull, openSession, sessionUrl } from './sessions'
import { landingUrl, parseSignIn, type SignIn } from './sign-in'
import { sessionsPage, signedOutPage, signInPage } from './sign-in-page'

type Handler = (host: SignInHost, request: DemoRequest, world: World, sessionId: string) => Reply

const session = '(\\d{12}-[a-z0-9]{8})'

const routes: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/$/, ({ partition }) => signInPage(partition)],
  ['GET', /^\/demo\/sign-in$/, signIn],
  ['GET', /^\/logout$/, signOutClassic],
  ['POST', /^\/switchrole$/, classicSwitch],
  ['GET', /^\/sessions\/limit$/, ({ partition }, { browser }) => sessionsPage(browser, partition)],
  ['GET', /^\/sessions\/open$/, openDestination],
  ['OPTIONS', new RegExp(`^/sessions/${session}/v1/switchrole$`), multiSessionPreflight],
  [
    'POST',
    new RegExp(`^/sessions/${session}/v1/switchrole$`),
    (host, request, world, id) => multiSessionSwitch(host, id, request, world),
  ],
  ['GET', new RegExp(`^/sessions/${session}/v1/logout$`), signOutSession],
]

/** Answers a request to a sign-in host: 404 and 405 where it has no such path or method. */
export function answerSignIn(host: SignInHost, request: DemoRequest, world: World): Reply {
  const { pathname } = request.url
  const found = routes.filter(([, path]) => path.test(pathname))
  if (found.length === 0) return plain(404, 'Not found.')
  const route = found.find(([method]) => method === request.method)
  if (!route) return plain(405, 'Not allowed.', { allow: found.map(([method]) => method).join(', ') })
  const [, path, handler] = route
  return handler(host, request, world, path.exec(pathname)?.[1] ?? '')
}

function signIn({ partition }: SignInHost, request: DemoRequest, world: World): Reply {
  const wanted = parseSignIn(request.url.searchParams.get('as'), partition)
  if (!wanted) return refusalPage(badRequest('the sign-in link is not one of this partition'))
  const browser = request.browser ?? world.browsers.create(partition)
  const headers = { 'set-cookie': signInCookie(browser) }
  if (wanted.mode === 'classic') {
    browser.classic = { signIn: wanted, csrf: token() }
    return redirect(landingUrl(wanted), headers)
  }
  return signInSession(browser, wanted, headers)
}

function signInSession(browser: Browser, wanted: SignIn, headers: Readonly<Record<string, string>>): Reply {
  if (isFull(browser, undefined)) return redirect('/sessions/limit')
  const id = newSessionId(wanted.account)
  openSession(browser, { id, signIn: wanted })
  return redirect(sessionUrl(landingUrl(wanted), id, wanted.partition), headers)
}

/** Where a granted multi-session switch leads: opens the session, once, and goes on to its console. */
function openDestination({ partition }: SignInHost, { url, browser }: DemoRequest): Reply {
  const id = url.searchParams.get('login_hint') ?? ''
  const pending = browser?.pending.get(id)
  if (!browser || !pending) return refusalPage(notSignedIn)
  browser.pending.delete(id)
  if (isFull(browser, pending.session.role)) return redirect('/sessions/limit')
  openSession(browser, pending.session)
  return redirect(sessionUrl(pending.redirectUri, id, partition))
}

function signOutClassic(_host: SignInHost, { browser }: DemoRequest): Reply {
  if (browser) delete browser.classic
  return signedOutPage()
}

function signOutSession(_host: SignInHost, { browser }: DemoRequest, _world: World, id: string): Reply {
  return browser?.sessions.delete(id) ? signedOutPage() : refusalPage(notSignedIn)
}

/** For console and sign-in hosts alike, and, like AWS's, for no script. */
function signInCookie({ cookie, partition }: Browser): string {
  const { cookieDomain } = partitions[partition]
  return `${cookieName}=${cookie}; Domain=${cookieDomain}; Path=/; Secure; HttpOnly; SameSite=None`
}
