import { type Browser, cookieName, newCsrf, newSessionId } from './browsers'
import { classicSwitch } from './classic-switch'
import { refusalPage } from './error-page'
import { badRequest, notSignedIn } from './fault'
import { consoleOfUrl, type SignInHost } from './hosts'
import { type DemoRequest, plain, type Reply, redirect, type World } from './http'
import { multiSessionPreflight, multiSessionSwitch } from './multi-session-switch'
import { partitions } from './partitions'
import { sessionList } from './session-list'
import { isFull, openPending, openSession, sessionUrl } from './sessions'
import { landingUrl, parseSignIn, type SignIn } from './sign-in'
import { sessionsPage, signedOutPage, signInPage } from './sign-in-page'
import { sessionSelector, submitSwitchForm, switchForm } from './switch-form'

type Handler = (host: SignInHost, request: DemoRequest, world: World, sessionId: string) => Reply

const session = '(\\d{12}-[a-z0-9]{4,40})'

const routes: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/$/, ({ partition }) => signInPage(partition)],
  ['GET', /^\/oauth$/, signInAgain],
  ['GET', /^\/demo\/sign-in$/, signIn],
  ['GET', /^\/logout$/, signOutClassic],
  ['GET', /^\/switchrole$/, switchForm],
  ['POST', /^\/switchrole$/, classicSwitch],
  ['POST', /^\/demo\/switch$/, submitSwitchForm],
  ['GET', /^\/sessions\/selector$/, sessionSelector],
  ['GET', /^\/sessions\/v1\/list$/, sessionList],
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

/** Answers a request to a sign-in host: 404 for an unknown path, 405 for a method that the path doesn't take. */
export function answerSignIn(host: SignInHost, request: DemoRequest, world: World): Reply {
  const { pathname } = request.url
  const down = downReply(host, pathname, world)
  if (down) return down
  const found = routes.filter(([, path]) => path.test(pathname))
  if (found.length === 0) return plain(404, 'Not found.')
  const route = found.find(([method]) => method === request.method)
  if (!route) return plain(405, 'Not allowed.', { allow: found.map(([method]) => method).join(', ') })
  const [, path, handler] = route
  return handler(host, request, world, path.exec(pathname)?.[1] ?? '')
}

/** Responds as a host that is down. The demo's own sign-in still works. */
function downReply({ region }: SignInHost, path: string, { behavior: { shape } }: World): Reply | undefined {
  const { down } = shape
  if (!down || path.startsWith('/demo/') || (down.host === 'region') !== (region !== undefined))
    return undefined
  return down.how === 'hang' ? { kind: 'hang' } : plain(down.how, 'This host is out of order.')
}

function signIn(host: SignInHost, request: DemoRequest, world: World): Reply {
  const { partition } = host
  const wanted = parseSignIn(request.url.searchParams.get('as'), partition)
  if (!wanted) return refusalPage(badRequest('the sign-in link isn’t for this partition'))
  const browser = request.browser ?? world.browsers.create(partition)
  const headers = { 'set-cookie': signInCookie(browser, host) }
  if (wanted.mode === 'classic') {
    browser.classic = { signIn: wanted, csrf: newCsrf() }
    return redirect(landingUrl(wanted), headers)
  }
  return signInSession(browser, wanted, headers, world)
}

/** Asks for a session if others are open, or else for a sign-in. */
function signInAgain({ partition }: SignInHost, { browser, url }: DemoRequest): Reply {
  const isSignedIn = browser !== undefined && browser.sessions.size > 0
  return isSignedIn ? redirect(`/sessions/selector${url.search}`) : signInPage(partition)
}

function signInSession(
  browser: Browser,
  wanted: SignIn,
  headers: Readonly<Record<string, string>>,
  { behavior: { shape } }: World,
): Reply {
  if (isFull(browser, undefined)) return redirect('/sessions/limit')
  const id = newSessionId(wanted.account, shape.sessionName)
  const url = new URL(landingUrl(wanted))
  const region = consoleOfUrl(url.href)?.region ?? url.searchParams.get('region')
  openSession(browser, {
    id,
    signIn: wanted,
    region: region ?? partitions[wanted.partition].globalRegion,
    csrf: newCsrf(),
  })
  if (shape.address === 'login_hint') url.searchParams.set('login_hint', id)
  if (shape.address === 'account') url.searchParams.set('account', wanted.account)
  return redirect(sessionUrl(url.href, id, wanted.partition), headers)
}

/** Handles the destination of a granted multi-session switch: opens the session, once, and goes on to its console. */
function openDestination({ partition }: SignInHost, { url, browser }: DemoRequest): Reply {
  const id = url.searchParams.get('login_hint') ?? ''
  const role = browser?.pending.get(id)?.session.role
  if (browser && role && isFull(browser, role)) return redirect('/sessions/limit')
  const redirectUri = openPending(browser, id)
  return redirectUri === undefined
    ? refusalPage(notSignedIn)
    : redirect(sessionUrl(redirectUri, id, partition))
}

function signOutClassic(_host: SignInHost, { browser }: DemoRequest): Reply {
  if (browser) delete browser.classic
  return signedOutPage()
}

function signOutSession(_host: SignInHost, { browser }: DemoRequest, _world: World, id: string): Reply {
  return browser?.sessions.delete(id) ? signedOutPage() : refusalPage(notSignedIn)
}

/** Returns the cookie for console and sign-in hosts. Like AWS's, scripts can't read it. */
function signInCookie({ cookie, partition }: Browser, { family }: SignInHost): string {
  const { cookie: domain } = partitions[partition].domains[family]
  return `${cookieName}=${cookie}; Domain=${domain}; Path=/; Secure; HttpOnly; SameSite=None`
}
