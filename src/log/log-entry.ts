import { isRegion, type Partition, partitions } from '../aws/partitions'
import { isMoment } from '../lib/moment'

/** How a role was opened: by a switch, through its portal, or by AWS's own switch form, which the user may not have sent. */
export type LoggedHow = 'switch' | 'portal' | 'form'
/** Where the user chose the role. */
export type LoggedFrom = 'menu' | 'addressBar' | 'key' | 'link'

/** One switch in the user's log. Plain data. */
export interface LogEntry {
  /** Unlike that of any other entry, so that a repeated message adds nothing. */
  readonly id: string
  /** When it was, in milliseconds since 1970. */
  readonly at: number
  /** The profile's name. */
  readonly profile: string
  readonly roleName: string
  /** 12 digits, or an account alias. */
  readonly account: string
  readonly partition: Partition
  /** The region that it was opened in, if that is known. */
  readonly region?: string
  readonly how: LoggedHow
  readonly from: LoggedFrom
  /** Why, as the user wrote it. */
  readonly reason?: string
  /** The session, if it is known: a sign-in in classic mode, which has one role at a time. */
  readonly session?: LoggedSession
  /** When the session ended, in milliseconds since 1970. Absent if that isn't known. */
  readonly end?: number
}

/** What tells one session from another, to notice its end. Never shown and never exported. */
export interface LoggedSession {
  /** The cookie jar's name. */
  readonly jar: string
  /** In multi-session mode the session's id, in classic mode the sign-in's name. */
  readonly name: string
  /** How long it lasts at most, in seconds, as far as the list says. */
  readonly seconds: number
}

/** Maximum lengths, in UTF-16 units. What is longer is cut off. */
export const maxReasonLength = 300
const maxTextLength = 256
const maxRegionLength = 64

const ways: readonly unknown[] = ['switch', 'portal', 'form'] satisfies readonly LoggedHow[]
const places: readonly unknown[] = ['menu', 'addressBar', 'key', 'link'] satisfies readonly LoggedFrom[]

/** Returns an entry made of what is given, with texts of bounded length; undefined if that isn't an entry. */
export function readEntry(given: unknown): LogEntry | undefined {
  const entry = fieldsOf(given)
  const { id, at, profile, roleName, account, partition, region, how, from, reason, session, end } = entry
  if (!isText(id) || !isMoment(at) || !isText(profile) || !isText(roleName) || !isText(account))
    return undefined
  const known = partitions.find(one => one === partition)
  if (!known || !ways.includes(how) || !places.includes(from)) return undefined
  const knownSession = readSession(session)
  return {
    id: cut(id),
    at,
    profile: cut(profile),
    roleName: cut(roleName),
    account: cut(account),
    partition: known,
    // It becomes a part of an address.
    ...(isText(region) && region.length <= maxRegionLength && isRegion(region) && { region }),
    how: how as LoggedHow,
    from: from as LoggedFrom,
    ...(isText(reason) && { reason: cut(reason, maxReasonLength) }),
    ...(knownSession && { session: knownSession }),
    ...(isMoment(end) && { end }),
  }
}

/** Returns which session has ended, from what is given; undefined if that says nothing of the kind. */
export function readEnded(given: unknown): Pick<LoggedSession, 'jar' | 'name'> | undefined {
  const { jar, name } = fieldsOf(given)
  return isText(jar) && isText(name) ? { jar: cut(jar), name: cut(name) } : undefined
}

function readSession(given: unknown): LoggedSession | undefined {
  const { seconds } = fieldsOf(given)
  const ended = readEnded(given)
  return ended && typeof seconds === 'number' && seconds > 0 ? { ...ended, seconds } : undefined
}

function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {}
}

function isText(given: unknown): given is string {
  return typeof given === 'string' && given !== ''
}

function cut(text: string, length = maxTextLength): string {
  return text.slice(0, length)
}
