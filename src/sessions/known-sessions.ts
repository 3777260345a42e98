import { compareAccounts, namedAccount } from '../aws/compare-accounts'
import { sessionOfUrl } from '../aws/console-place'
import { plainRoleName } from '../aws/role-name'
import type { Login, Session } from '../aws/session'
import { accountOfSession } from '../aws/session-host'
import { maxSessionSeconds } from '../aws/session-limits'
import type { Role } from '../config/resolve/role'
import { type CookieJar, isSameJar, type TabSeen } from '../lib/cookie-jar'

/** A multi-session session that is open in this browser, as far as Rolecall knows. Plain data. */
export interface OpenSession extends CookieJar {
  /** Session id: the `differentiator` of the session's mode. */
  readonly id: string
  readonly session: Session
  /** Id of a tab that shows it; absent if that tab was closed or shows something else now. */
  readonly tab?: number
  /** Id of the session that it was switched to from. */
  readonly from?: string
  /** When it was last known to be open, in milliseconds since 1970. */
  readonly seen: number
}

/** Returns the id of a multi-session session; undefined in classic mode. */
export function idOf({ mode }: Session): string | undefined {
  return mode.kind === 'multi-session' ? mode.differentiator : undefined
}

/**
 * Returns the sessions with `one` added or renewed. Drops other sessions of the same role, which AWS signs out, and those
 * that its tab showed before.
 */
export function withSession(sessions: readonly OpenSession[], one: OpenSession): readonly OpenSession[] {
  const before = sessions.find(({ id }) => id === one.id)
  const others = sessions.filter(
    other => other !== before && !isReplaced(other, one) && (one.tab === undefined || other.tab !== one.tab),
  )
  return [...others, { ...(before?.from !== undefined && { from: before.from }), ...one }]
}

/**
 * Returns the sessions as the tabs show them now. Drops sessions whose tab now shows something else (the user left or signed
 * out), those past their maximum duration, and those recorded in the future by a wrong clock. Keeps sessions whose tab was
 * closed, without a tab, and those whose tab is still on its way there. `seesConsoles`: every console tab has its URL here, so
 * a tab without a URL shows something else.
 */
export function inTabs(
  sessions: readonly OpenSession[],
  tabs: readonly TabSeen[],
  seesConsoles: boolean,
  now: number,
): readonly OpenSession[] {
  const shown = new Map(tabs.map(({ id, url }) => [id, url === undefined ? undefined : sessionOfUrl(url)]))
  const told = new Set(
    tabs
      .filter(({ url, isLoading }) => !isLoading && (seesConsoles || url !== undefined))
      .map(({ id }) => id),
  )
  return sessions
    .filter(({ seen }) => Math.abs(now - seen) < maxSessionSeconds * 1000)
    .flatMap(({ tab, ...rest }): OpenSession | readonly [] => {
      const isShownBy = (other: number) => shown.get(other) === rest.id
      if (tab !== undefined && (told.has(tab) ? isShownBy(tab) : shown.has(tab))) return { ...rest, tab }
      const another = [...told].find(isShownBy)
      if (another !== undefined) return { ...rest, tab: another }
      return tab !== undefined && told.has(tab) ? [] : rest
    })
}

/**
 * Returns the session that `session`, of a switched role, was switched to from: the recorded one, else one of the signed-in
 * user that the page names.
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

/** Returns what a session says about the role that it switched to, before its page has been seen. */
export function asSwitched({ account, accountAlias, roleName }: Role): NonNullable<Session['switched']> {
  return { account: namedAccount(account, accountAlias), roleName: plainRoleName(roleName) }
}

/** Returns the session that a switch from `base` to the role opens, before its page has been seen. */
export function newSession(role: Role, base: Session, id: string): Session {
  const { account: named, roleName } = asSwitched(role)
  const account = { id: accountOfSession(id), ...named }
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
