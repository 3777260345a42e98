import { aliasOrId, compareAccounts } from '../aws/compare-accounts'
import type { Partition } from '../aws/partitions'
import type { Account, Session } from '../aws/session'
import { defaultSessionSeconds, maxChainedSeconds, maxSessionSeconds } from '../aws/session-limits'
import type { Role } from '../config/resolve/role'
import { type CookieJar, jarName } from '../lib/cookie-jar'

interface InRole {
  readonly account: Account
  readonly roleName: string
}

/** When a role session began, as far as Rolecall knows. Plain data. */
export interface SessionStart {
  /** The sign-in that it belongs to: a tab's session in multi-session mode, all of the account's tabs in classic mode. */
  readonly signIn: string
  /** A different role means a different session. */
  readonly role: InRole
  /** Start time, in milliseconds since 1970. */
  readonly at: number
  /** True if the switch happened then, false if the session was first seen then. */
  readonly isExact: boolean
  /** Name of the profile that it was chosen by. Another profile may name the same role. */
  readonly profile?: string
  /** When it ends, in milliseconds since 1970, if AWS has said so. */
  readonly end?: number
}

/** What the clock of a role session shows. */
export interface Clock {
  /** Whole minutes since it began, or since it was first seen if `isExact` is false. */
  readonly minutes: number
  readonly isExact: boolean
  /** Whole minutes until it ends, in the last few minutes; 0 when it has just ended. Absent before that and long after. */
  readonly left?: number
  /** Whether it ends earlier than the profile says because it was switched to from another role. */
  readonly isChained?: true
  /** Whether AWS has said when it ends. */
  readonly isTold?: true
  /** Milliseconds until `left` changes. Absent if it doesn't change. */
  readonly next?: number
}

const minuteMs = 60_000
/** Minutes before the end when the clock starts to warn. */
export const clockWarningMinutes = 10
/** Minutes during which a session counts as just ended. One that goes on after that has an unknown, longer duration. */
const justEndedMinutes = 5
/** Maximum number of starts kept. */
const maxStartsKept = 50

/**
 * Returns the starts, updated with the session just seen; `switchedTo` is the profile if its role was switched to just now.
 * Returns the same array if nothing changed. If the session is in no role, the role that the same sign-in was in has ended.
 */
export function withStart(
  starts: readonly SessionStart[],
  session: Session,
  jar: CookieJar,
  now: number,
  switchedTo?: Pick<Role, 'name'>,
): readonly SessionStart[] {
  const isExact = switchedTo !== undefined
  const signIn = signInOf(session, jar)
  const role = roleOf(session)
  const known = starts.find(start => start.signIn === signIn)
  if (role === undefined) return known ? starts.filter(start => start !== known) : starts
  const isKnown = known && isSame(known.role, role) && isPlausible(known, now)
  if (!isExact && isKnown) return starts
  const others = starts.filter(start => start !== known)
  const profile = switchedTo && { profile: switchedTo.name }
  return [...others, { signIn, role, at: now, isExact, ...profile }].slice(-maxStartsKept)
}

/** How long a role session lasts. */
export interface Duration {
  readonly seconds: number
  /** Whether the profile says longer, but switching from another role limits the session to an hour. */
  readonly isChained?: true
}

/**
 * Returns how long the session lasts, as far as Rolecall knows. `role` is the role that it is in, if the list has it.
 * Undefined if it is in no role: other sign-ins end by other rules.
 */
export function durationOf(session: Session, role: Role | undefined): Duration | undefined {
  if (!role && !session.switched) return undefined
  const seconds = role?.duration ?? defaultSessionSeconds
  return isFromRole(session) && seconds > maxChainedSeconds
    ? { seconds: maxChainedSeconds, isChained: true }
    : { seconds }
}

/** Whether the session's role was switched to from a role, including an Identity Center role. */
function isFromRole({ switched, mode, signedInRole, login }: Session): boolean {
  if (!switched) return false
  return (mode.kind === 'classic' ? signedInRole : login?.signedInRole) !== undefined
}

/** Returns the name of the profile that the session's role was chosen by; undefined if it wasn't chosen in the menu. */
export function chosenProfile(
  starts: readonly SessionStart[],
  session: Session,
  jar: CookieJar,
): string | undefined {
  const start = starts.find(one => one.signIn === signInOf(session, jar))
  const role = roleOf(session)
  return start && role && isSame(start.role, role) ? start.profile : undefined
}

/** Returns the clock of the session's role, given the session's duration. Undefined if the session was not seen before. */
export function clockOf(
  starts: readonly SessionStart[],
  session: Session,
  jar: CookieJar,
  now: number,
  { seconds, isChained }: Duration,
): Clock | undefined {
  const signIn = signInOf(session, jar)
  const role = roleOf(session)
  const start = starts.find(one => one.signIn === signIn)
  if (!start || !role || !isSame(start.role, role) || start.at > now + minuteMs) return undefined
  const { at, isExact, end = at + seconds * 1000 } = start
  const minutes = Math.max(0, Math.floor((now - at) / minuteMs))
  const left = Math.ceil((end - now) / minuteMs)
  const isTold = start.end !== undefined
  const clock = { minutes, isExact, ...(isTold ? { isTold } : isChained && { isChained }) }
  if (left <= -justEndedMinutes) return clock
  const first = end - clockWarningMinutes * minuteMs
  if (now < first) return { ...clock, next: first - now }
  return { ...clock, left: Math.max(0, left), next: minuteMs - ((now - first) % minuteMs) }
}

/**
 * Returns the starts with the end of each multi-session session that AWS has listed, by the session's id. Returns the same
 * array if that changes nothing.
 */
export function withEnds(
  starts: readonly SessionStart[],
  ends: ReadonlyMap<string, number>,
  partition: Partition,
  jar: CookieJar,
): readonly SessionStart[] {
  const bySignIn = new Map([...ends].map(([id, end]) => [signInIn(partition, jar, id), end]))
  const endOf = (start: SessionStart) => bySignIn.get(start.signIn) ?? start.end
  if (starts.every(start => endOf(start) === start.end)) return starts
  return starts.map(start => {
    const end = endOf(start)
    return end === undefined ? start : { ...start, end }
  })
}

/** Whether the session may still be on. A start in the future was recorded by a wrong clock. */
function isPlausible({ at }: SessionStart, now: number): boolean {
  return now - at < maxSessionSeconds * 1000 && at <= now + minuteMs
}

/** Returns the sign-in that a session belongs to, as in `SessionStart`. */
export function signInOf({ partition, mode, base }: Session, jar: CookieJar): string {
  return signInIn(partition, jar, mode.kind === 'multi-session' ? mode.differentiator : aliasOrId(base))
}

function signInIn(partition: Partition, jar: CookieJar, of: string): string {
  return [partition, jarName(jar), of].join(' ')
}

/** Returns the role that was switched to or signed in with. Users have none: their sessions end by other rules. */
function roleOf({ switched, base, signedInRole }: Session): InRole | undefined {
  return switched ?? (signedInRole === undefined ? undefined : { account: base, roleName: signedInRole })
}

/**
 * Compares names if one account has an id and the other an alias, since a list may have the id where the page has the alias.
 */
function isSame(one: InRole, other: InRole): boolean {
  return one.roleName === other.roleName && compareAccounts(one.account, other.account) !== 'different'
}

/**
 * Returns the starts with `profile` as the one that the session's role was chosen by. Returns the same array if the session
 * isn't in it.
 */
export function withChoice(
  starts: readonly SessionStart[],
  session: Session,
  jar: CookieJar,
  { name }: Pick<Role, 'name'>,
): readonly SessionStart[] {
  const signIn = signInOf(session, jar)
  if (!starts.some(start => start.signIn === signIn && start.profile !== name)) return starts
  return starts.map(start => (start.signIn === signIn ? { ...start, profile: name } : start))
}
