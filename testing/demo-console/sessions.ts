import { type Browser, type Session, sessionLimit } from './browsers'
import { consoleOfUrl, type SignInHost } from './hosts'
import { type Partition, partitions } from './partitions'
import { type Role, roleKey } from './role'
import type { Shape } from './shape'
import { userLabel } from './sign-in'

/** Returns the URL where a granted switch is opened. The shape says how it names the new session. */
export function destinationUrl(
  sessionId: string,
  redirectUri: string,
  { host, partition }: SignInHost,
  { destination }: Shape,
): string {
  const ofSession = sessionUrl(redirectUri, sessionId, partition)
  // A console whose sessions have no hosts of their own can't name the session there.
  if (destination === 'host' && ofSession !== redirectUri) return ofSession
  if (destination !== 'account') return `https://${host}/sessions/open?login_hint=${sessionId}`
  const url = new URL(redirectUri)
  url.searchParams.set('account', sessionId.slice(0, 12))
  return url.href
}

export function livesAt({ region }: Session, host: SignInHost, { sessionHost }: Shape): boolean {
  if (sessionHost === 'any') return true
  return host.region === (sessionHost === 'region' ? region : undefined)
}

/** Opens a session for a granted switch that is pending, once. Returns undefined if there is none. */
export function openPending(browser: Browser | undefined, id: string): string | undefined {
  const pending = browser?.pending.get(id)
  if (!browser || !pending) return undefined
  browser.pending.delete(id)
  openSession(browser, pending.session)
  return pending.redirectUri
}

/**
 * Returns the open session that a console's address names by `login_hint` or `account`, or undefined if it names none.
 * AWS goes by that, whichever session's host it is.
 */
export function namedSession(browser: Browser | undefined, url: URL): string | undefined {
  const hint = url.searchParams.get('login_hint')
  if (hint !== null && browser?.sessions.has(hint)) return hint
  const account = url.searchParams.get('account') ?? ''
  if (!/^\d{12}$/.test(account)) return undefined
  const ids = [...(browser?.sessions.keys() ?? []), ...(browser?.pending.keys() ?? [])]
  return ids.filter(id => id.startsWith(`${account}-`)).at(-1)
}

/** Whether one more session, for `role`, would exceed the limit. An open role is reopened, not opened twice. */
export function isFull(browser: Browser, role: Role | undefined): boolean {
  const replaces = role !== undefined && find(browser, session => sameRole(session, role)) !== undefined
  return !replaces && browser.sessions.size >= sessionLimit
}

/** Opens a session, and signs out the one that was open for the same role or the same user. */
export function openSession(browser: Browser, session: Session): void {
  const old = find(browser, other =>
    session.role ? sameRole(other, session.role) : !other.role && samePerson(other, session),
  )
  if (old) browser.sessions.delete(old.id)
  browser.sessions.set(session.id, session)
}

/** Returns the console URL of a session, whose host has the session's id before the region. */
export function sessionUrl(url: string, sessionId: string, partition: Partition): string {
  const found = consoleOfUrl(url)
  const { domains, globalRegion, otherConsoles } = partitions[partition]
  // For these, no hosts of individual sessions are known.
  if (!found || otherConsoles.includes(found.host)) return url
  const region = found.region ?? found.url.searchParams.get('region') ?? globalRegion
  const changed = new URL(url)
  changed.host = `${sessionId}.${region}.${domains[found.family].console}`
  return changed.href
}

/** Returns the session that a host without a session's name shows, which is the last one opened. */
export function currentSession(browser: Browser | undefined): Session | undefined {
  return [...(browser?.sessions.values() ?? [])].at(-1)
}

function find({ sessions }: Browser, matches: (session: Session) => boolean): Session | undefined {
  return [...sessions.values()].find(matches)
}

function sameRole(session: Session, role: Role): boolean {
  return session.role !== undefined && roleKey(session.role) === roleKey(role)
}

function samePerson({ signIn: one }: Session, { signIn: other }: Session): boolean {
  return one.account === other.account && userLabel(one.user) === userLabel(other.user)
}
