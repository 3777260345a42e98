import { type Browser, type Session, sessionLimit } from './browsers'
import { consoleOfUrl, type SignInHost } from './hosts'
import { type Partition, partitions } from './partitions'
import { type Role, roleKey } from './role'
import type { Shape } from './shape'
import { userLabel } from './sign-in'

/** Where a granted switch is to be opened. It names the new session as the shape says. */
export function destinationUrl(
  sessionId: string,
  redirectUri: string,
  { host, partition }: SignInHost,
  { destination }: Shape,
): string {
  const ofSession = sessionUrl(redirectUri, sessionId, partition)
  // A console without hosts of a session's own can't name it there.
  if (destination === 'host' && ofSession !== redirectUri) return ofSession
  if (destination !== 'account') return `https://${host}/sessions/open?login_hint=${sessionId}`
  const url = new URL(redirectUri)
  url.searchParams.set('account', sessionId.slice(0, 12))
  return url.href
}

/** Whether a session can be asked at a sign-in host, and which host its pages name. */
export function livesAt({ region }: Session, host: SignInHost, { sessionHost }: Shape): boolean {
  if (sessionHost === 'any') return true
  return host.region === (sessionHost === 'region' ? region : undefined)
}

/** Opens a session that a switch was granted for and that waits to be opened, once. Undefined where there is none. */
export function openPending(browser: Browser | undefined, id: string): string | undefined {
  const pending = browser?.pending.get(id)
  if (!browser || !pending) return undefined
  browser.pending.delete(id)
  openSession(browser, pending.session)
  return pending.redirectUri
}

/**
 * The session that a console's address names by `login_hint` or `account`, which AWS goes to, whatever session's host
 * it is. Undefined where it names none that is open.
 */
export function namedSession(browser: Browser | undefined, url: URL): string | undefined {
  const hint = url.searchParams.get('login_hint')
  if (hint !== null && browser?.sessions.has(hint)) return hint
  const account = url.searchParams.get('account') ?? ''
  if (!/^\d{12}$/.test(account)) return undefined
  const ids = [...(browser?.sessions.keys() ?? []), ...(browser?.pending.keys() ?? [])]
  return ids.filter(id => id.startsWith(`${account}-`)).at(-1)
}

/** Whether one more session, for `role`, would be one too many. A role that is open is reopened, not opened twice. */
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

/** Returns the console URL of a session: its id is before the region in the host. */
export function sessionUrl(url: string, sessionId: string, partition: Partition): string {
  const found = consoleOfUrl(url)
  const { domains, globalRegion, otherConsoles } = partitions[partition]
  // These have no hosts of a session's own that are known of.
  if (!found || otherConsoles.includes(found.host)) return url
  const region = found.region ?? found.url.searchParams.get('region') ?? globalRegion
  const changed = new URL(url)
  changed.host = `${sessionId}.${region}.${domains[found.family].console}`
  return changed.href
}

/** The session that a host without a session's name shows: the one opened last. */
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
