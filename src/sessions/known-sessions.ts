import { compareAccounts, namedAccount } from '../aws/compare-accounts'
import { sessionOfUrl } from '../aws/console-place'
import { plainRoleName } from '../aws/role-name'
import type { Login, Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { type CookieJar, isSameJar, type TabSeen } from '../lib/cookie-jar'
import { isCurrent } from '../roles/is-current'

/** A session of multi-session mode that is open in this browser, as far as is known. Plain data. */
export interface OpenSession extends CookieJar {
  /** Its name, the `differentiator` of the session's mode. */
  readonly id: string
  readonly session: Session
  /** The number of a tab that shows it; absent where that was closed or shows something else by now. */
  readonly tab?: number
  /** The id of the session that it was switched to from. */
  readonly from?: string
  /** When it was last known to be open, in milliseconds since 1970. */
  readonly seen: number
}

/** The most sessions that AWS keeps open side by side. Source: docs/console.md, “Multi-session switch”. */
export const mostSessions = 5

/** The longest time that a role session can be made to last, in milliseconds. Source: docs/console.md, “Limits”. */
const longestSession = 12 * 60 * 60 * 1000

/** The id of a session of multi-session mode; undefined for one of classic mode. */
export function idOf({ mode }: Session): string | undefined {
  return mode.kind === 'multi-session' ? mode.differentiator : undefined
}

/**
 * The sessions with `one` added, or renewed. Another one of the same role goes: AWS signs it out. So do those that its
 * tab showed before.
 */
export function withSession(sessions: readonly OpenSession[], one: OpenSession): readonly OpenSession[] {
  const before = sessions.find(({ id }) => id === one.id)
  const others = sessions.filter(
    other => other !== before && !isReplaced(other, one) && (one.tab === undefined || other.tab !== one.tab),
  )
  return [...others, { ...(before?.from !== undefined && { from: before.from }), ...one }]
}

/**
 * The sessions as the tabs show them now. One whose tab shows something else by now has been left or signed out, and is
 * gone; so is what must have ended by itself, or was seen in the future, by a clock that was wrong. One whose tab was closed goes on without. `seesConsoles`: every tab of the
 * console has its URL here, so that one without shows something else.
 */
export function inTabs(
  sessions: readonly OpenSession[],
  tabs: readonly TabSeen[],
  seesConsoles: boolean,
  now: number,
): readonly OpenSession[] {
  const shown = new Map(tabs.map(({ id, url }) => [id, url === undefined ? undefined : sessionOfUrl(url)]))
  const told = new Set(tabs.filter(({ url }) => seesConsoles || url !== undefined).map(({ id }) => id))
  return sessions
    .filter(({ seen }) => Math.abs(now - seen) < longestSession)
    .flatMap(({ tab, ...rest }): OpenSession | readonly [] => {
      const isShownBy = (other: number) => shown.get(other) === rest.id
      if (tab !== undefined && (told.has(tab) ? isShownBy(tab) : shown.has(tab))) return { ...rest, tab }
      const another = [...told].find(isShownBy)
      if (another !== undefined) return { ...rest, tab: another }
      return tab !== undefined && told.has(tab) ? [] : rest
    })
}

/** The session in which the role is open in a tab, among those given. */
export function openSessionOf(role: Role, sessions: readonly OpenSession[]): OpenSession | undefined {
  return sessions.find(({ session, tab }) => tab !== undefined && isCurrent(role, session))
}

/**
 * The session from which `session`, of a switched role, was switched to: the one that is on record, else one of the user
 * who had signed in, as the page names them.
 */
export function baseOf(session: Session, sessions: readonly OpenSession[]): OpenSession | undefined {
  if (!session.switched) return undefined
  const from = sessions.find(({ id }) => id === idOf(session))?.from
  const { login } = session
  return (
    sessions.find(({ id }) => id === from) ??
    (login && sessions.findLast(other => !other.session.switched && isOf(login, other.session)))
  )
}

function isOf({ account, user, signedInRole }: Login, session: Session): boolean {
  return (
    compareAccounts(account, session.base) === 'same' &&
    user === session.user &&
    signedInRole === session.signedInRole
  )
}

function isReplaced(old: OpenSession, one: OpenSession): boolean {
  const { session } = one
  const { switched } = session
  return (
    isSameJar(old, one) &&
    old.session.partition === session.partition &&
    switched !== undefined &&
    old.session.switched?.roleName === switched.roleName &&
    compareAccounts(old.session.switched.account, switched.account) === 'same'
  )
}

/** What a session says of the role that it has switched to, before its page has been seen. */
export function asSwitched({ account, accountAlias, roleName }: Role): NonNullable<Session['switched']> {
  return { account: namedAccount(account, accountAlias), roleName: plainRoleName(roleName) }
}

/** The session that a switch from `base` to the role opens, before its page has been seen. */
export function newSession(role: Role, base: Session, id: string): Session {
  const { account: named, roleName } = asSwitched(role)
  const account = { id: id.slice(0, 12), ...named }
  const { partition, signInHost, user, signedInRole } = base
  return {
    partition,
    signInHost,
    mode: { kind: 'multi-session', differentiator: id },
    base: account,
    signedInRole: roleName,
    switched: { account, roleName },
    login: base.login ?? { account: base.base, ...(user && { user }), ...(signedInRole && { signedInRole }) },
  }
}
