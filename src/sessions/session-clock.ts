import { compareAccounts } from '../aws/compare-accounts'
import type { Account, Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { type CookieJar, jarName } from '../lib/cookie-jar'

/** The role that a session is in. */
interface InRole {
  readonly account: Account
  readonly roleName: string
}

/** When the session of a role began, as far as is known. Plain data. */
export interface SessionStart {
  /** Which sign-in it belongs to: a tab's session in multi-session mode, all of the account's tabs in classic mode. */
  readonly signIn: string
  /** Another one in its place is another session. */
  readonly role: InRole
  /** In milliseconds since 1970. */
  readonly at: number
  /** Whether it was switched to then, or was only seen then for the first time. */
  readonly isExact: boolean
  /** The name of the profile that it was chosen by. Another profile may name the same role. */
  readonly profile?: string
}

/** What the clock of a role's session shows. */
export interface Clock {
  /** Whole minutes since it began, or where `isExact` is false, since it was first seen. */
  readonly minutes: number
  readonly isExact: boolean
  /** Whole minutes until it ends, once these are few; 0 when it has just ended. Absent before and long after. */
  readonly left?: number
  /** Whether it ends before the profile says, since it was switched to from another role. */
  readonly isChained?: true
  /** After how many milliseconds `left` is another. Absent where it goes on as it is. */
  readonly next?: number
}

const minuteMs = 60_000
/** The minutes before the end in which the clock warns. */
const warning = 10
/** The minutes for which a session counts as just ended. One that goes on after that lasts longer than is known. */
const after = 5
/** How long a role's session lasts unless somebody says otherwise, in seconds. Source: docs/console.md, “Limits”. */
const usualDuration = 3_600
/** How long one lasts at most that was switched to from a role, in seconds; the same source. */
const longestChained = 3_600
/** The longest that one can be made to last, in milliseconds; the same source. */
const maxSessionMs = 12 * 60 * minuteMs
/** As many starts as are kept. */
const maxStartsKept = 50

/**
 * The starts with what was seen now; `switchedTo` is the profile if its role was switched to this moment. The same array
 * if it says nothing new. A session that is in no role ends the one that its sign-in was in.
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

/** How long a role's session lasts. */
export interface Duration {
  readonly seconds: number
  /** Whether the profile says longer, but a role that is switched to from another role lasts an hour at most. */
  readonly isChained?: true
}

/**
 * How long the session lasts, as far as is known: `role` is the one that it is in, if the list has it. Undefined if it is
 * in no role: other sign-ins end by other rules.
 */
export function durationOf(session: Session, role: Role | undefined): Duration | undefined {
  if (!role && !session.switched) return undefined
  const seconds = role?.duration ?? usualDuration
  return isFromRole(session) && seconds > longestChained
    ? { seconds: longestChained, isChained: true }
    : { seconds }
}

/** Whether the session's role was switched to by someone who was in a role already, of Identity Center's too. */
function isFromRole({ switched, mode, signedInRole, login }: Session): boolean {
  if (!switched) return false
  return (mode.kind === 'classic' ? signedInRole : login?.signedInRole) !== undefined
}

/** The name of the profile that the session's role was chosen by; undefined if it wasn't chosen in the menu. */
export function chosenProfile(
  starts: readonly SessionStart[],
  session: Session,
  jar: CookieJar,
): string | undefined {
  const start = starts.find(one => one.signIn === signInOf(session, jar))
  const role = roleOf(session)
  return start && role && isSame(start.role, role) ? start.profile : undefined
}

/** The clock of the session's role, of which a session lasts that long. Undefined if it was not seen before. */
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
  const { at, isExact } = start
  const end = at + seconds * 1000
  const minutes = Math.max(0, Math.floor((now - at) / minuteMs))
  const left = Math.ceil((end - now) / minuteMs)
  const clock = { minutes, isExact, ...(isChained && { isChained }) }
  if (left <= -after) return clock
  const first = end - warning * minuteMs
  if (now < first) return { ...clock, next: first - now }
  return { ...clock, left: Math.max(0, left), next: minuteMs - ((now - first) % minuteMs) }
}

/** Whether the session may still be on. One that began in the future was kept by a clock that was wrong. */
function isPlausible({ at }: SessionStart, now: number): boolean {
  return now - at < maxSessionMs && at <= now + minuteMs
}

function signInOf({ partition, mode, base }: Session, jar: CookieJar): string {
  const of = mode.kind === 'multi-session' ? mode.differentiator : named(base)
  return [partition, jarName(jar), of].join(' ')
}

/** A role that is switched to, or signed in with. Users have none: their sessions end otherwise. */
function roleOf({ switched, base, signedInRole }: Session): InRole | undefined {
  return switched ?? (signedInRole === undefined ? undefined : { account: base, roleName: signedInRole })
}

/** A list may have the account's id where the page has its alias: then the name has to do. */
function isSame(one: InRole, other: InRole): boolean {
  return one.roleName === other.roleName && compareAccounts(one.account, other.account) !== 'different'
}

/** What the page shows: of an account shown by its alias, the page of a role doesn't tell the id. */
function named({ id, alias }: Account): string {
  return alias ?? id ?? ''
}

/** The starts with another profile as the one that the session's role was chosen by. The same array if there is none of it. */
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
