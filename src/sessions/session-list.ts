import type { Partition } from '../aws/partitions'
import { plainRoleName } from '../aws/role-name'
import { accountOfSession, isSessionId } from '../aws/session-host'
import { maxSessionSeconds } from '../aws/session-limits'
import { type CookieJar, jarOf } from '../lib/cookie-jar'
import { isRecord } from '../lib/is-record'
import type { OpenSession } from './known-sessions'

/** A multi-session session, as AWS lists it. */
export interface ListedSession {
  /** The session's id: 12 digits of its account, a hyphen, and 4 to 40 letters or digits. */
  readonly id: string
  /** The role or permission set that it is in. Absent for users. */
  readonly roleName?: string
  readonly isPermissionSet?: true
  /** When it ends, in milliseconds since 1970. Absent if AWS doesn't say, or nothing plausible. */
  readonly end?: number
}

/** More than AWS keeps open, in case that changes. */
const maxListed = 50
/** Seconds since 1970 are far below this, milliseconds far above. */
const minMilliseconds = 1e11

/**
 * Returns the sessions in AWS's answer, `{"sessions": [{"differentiator", "principal_arn", "expiry"}]}`. Undefined if it is
 * anything else: then nothing is known, and nothing is concluded. `now` is in milliseconds since 1970. Source: docs/console.md,
 * “The list of sessions”.
 */
export function parseSessionList(text: string, now: number): readonly ListedSession[] | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return undefined
  }
  const sessions = isRecord(answer) ? answer.sessions : undefined
  if (!Array.isArray(sessions) || sessions.length > maxListed) return undefined
  const listed = sessions.map(one => parseSession(one, now))
  return listed.every(one => one !== undefined) ? listed : undefined
}

function parseSession(one: unknown, now: number): ListedSession | undefined {
  if (!isRecord(one)) return undefined
  const { differentiator: id, principal_arn: arn, expiry } = one
  if (typeof id !== 'string' || !isSessionId(id)) return undefined
  const [, account, role] =
    /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\//.exec(
      typeof arn === 'string' ? arn : '',
    ) ?? []
  const roleName = role === undefined || account !== accountOfSession(id) ? undefined : plainRoleName(role)
  const end = typeof expiry === 'number' ? (expiry < minMilliseconds ? expiry * 1_000 : expiry) : Number.NaN
  const isPlausible = Math.abs(end - now) <= maxSessionSeconds * 1_000
  return {
    id,
    ...(roleName !== undefined && { roleName }),
    ...(roleName !== undefined && roleName !== role && { isPermissionSet: true }),
    ...(isPlausible && { end }),
  }
}

/** Returns a listed session that no tab is known to show. The list doesn't say whether its role was switched to. */
export function asOpenSession(
  { id, roleName, isPermissionSet }: ListedSession,
  signInHost: string,
  jar: CookieJar,
  now: number,
): OpenSession {
  const account = { id: accountOfSession(id) }
  const partition: Partition = 'aws'
  const session = {
    partition,
    signInHost,
    mode: { kind: 'multi-session', differentiator: id },
    base: account,
    ...(roleName !== undefined &&
      (isPermissionSet ? { signedInRole: roleName } : { switched: { account, roleName } })),
  } as const
  return { id, session, ...jarOf(jar), seen: now }
}
