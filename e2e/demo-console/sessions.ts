import { type Browser, type Session, sessionLimit } from './browsers'
import { consoleOfUrl, type SignInHost } from './hosts'
import { type Partition, partitions } from './partitions'
import { type Role, roleKey } from './role'
import { userLabel } from './sign-in'

/** Where a granted switch is to be opened; `login_hint` names the new session. */
export function destinationUrl(sessionId: string, { host }: SignInHost): string {
  return `https://${host}/sessions/open?login_hint=${sessionId}`
}

/** Whether one more session, for `role`, would be one too many. A role that is open is opened anew, not twice. */
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

/** The console URL of a session: its id stands before the region in the host. */
export function sessionUrl(url: string, sessionId: string, partition: Partition): string {
  const found = consoleOfUrl(url)
  const { consoleDomain, globalRegion, otherConsoles } = partitions[partition]
  // These have no hosts of a session's own that are known of.
  if (!found || otherConsoles.includes(found.host)) return url
  const region = found.region ?? found.url.searchParams.get('region') ?? globalRegion
  const changed = new URL(url)
  changed.host = `${sessionId}.${region}.${consoleDomain}`
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
