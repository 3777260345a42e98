import type { Partition } from '../aws/partitions'
import type { Session } from '../aws/session'
import { exclusively } from '../browser/locks'
import { type ItemsRead, type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import type { Role } from '../config/resolve/role'
import type { CookieJar } from '../lib/cookie-jar'
import { type SessionStart, withChoice, withEnds, withStart } from './session-clock'

/** When role sessions began. The starts are deleted when the browser closes, and survive an update. */
export const sessionStartsDefinition: StoredItemDefinition<readonly SessionStart[]> = {
  key: 'sessionStarts',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (isStarts(stored) ? stored : undefined),
}

const sessionStartsItem = storedItem(sessionStartsDefinition)

/** Returns the known starts, from `read` if given; none if they can't be read, since only the clock needs them. */
export async function readSessionStarts(read?: ItemsRead): Promise<readonly SessionStart[]> {
  try {
    return valueIn(await sessionStartsItem.get(read)) ?? []
  } catch {
    return []
  }
}

/**
 * Records that the session was seen, or that a profile switched to its role just now, and returns the starts known then.
 * Never rejects: if they can't be stored, only the clock goes wrong.
 */
export function noteSession(
  session: Session,
  jar: CookieJar,
  switchedTo?: Pick<Role, 'name'>,
): Promise<readonly SessionStart[]> {
  return change(known => withStart(known, session, jar, Date.now(), switchedTo))
}

/** Records the profile that the session's role was last chosen by, even if the session goes on. Never rejects. */
export function noteChoice(
  session: Session,
  jar: CookieJar,
  chosen: Pick<Role, 'name'>,
): Promise<readonly SessionStart[]> {
  return change(known => withChoice(known, session, jar, chosen))
}

/** Records when AWS says that multi-session sessions end, by their ids, in milliseconds since 1970. Never rejects. */
export function noteEnds(
  ends: ReadonlyMap<string, number>,
  partition: Partition,
  jar: CookieJar,
): Promise<readonly SessionStart[]> {
  return change(known => withEnds(known, ends, partition, jar))
}

function change(
  toNew: (known: readonly SessionStart[]) => readonly SessionStart[],
): Promise<readonly SessionStart[]> {
  // The menu and the background script see a switch at the same moment, and each builds the new starts from the old ones.
  return exclusively(async () => {
    const known = await readSessionStarts()
    const starts = toNew(known)
    if (starts !== known) await sessionStartsItem.set(starts).catch(() => {})
    return starts
  }, 'session starts')
}

function isStarts(stored: unknown): stored is readonly SessionStart[] {
  return Array.isArray(stored) && stored.every(isStart)
}

function isStart(stored: Partial<SessionStart> | null): boolean {
  const { signIn, role, at, end } = stored ?? {}
  return (
    typeof signIn === 'string' &&
    typeof role?.roleName === 'string' &&
    typeof at === 'number' &&
    (end === undefined || typeof end === 'number')
  )
}
