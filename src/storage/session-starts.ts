import { inTurn } from '../browser/in-turn'
import { storedItem, valueIn } from '../browser/stored-item'
import type { Session } from '../console/session'
import { type SessionStart, withStart } from '../roles/session-clock'

/** When the sessions of roles began. They are forgotten with the end of the browser. */
const sessionStartsItem = storedItem<readonly SessionStart[]>({
  key: 'sessionStarts',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (isStarts(stored) ? stored : undefined),
})

/** The starts that are known; none where they can't be had, since only the clock needs them. */
export async function readSessionStarts(): Promise<readonly SessionStart[]> {
  try {
    return valueIn(await sessionStartsItem.get()) ?? []
  } catch {
    return []
  }
}

// Each makes the new starts of the old ones.
const oneByOne = inTurn()

/**
 * Keeps that the session was seen, or with `isExact` that its role was switched to this moment, and gives the starts that
 * are known then. Never rejects: where it can't be kept, only the clock goes wrong.
 */
export function noteSession(
  session: Session,
  isPrivate: boolean,
  isExact = false,
): Promise<readonly SessionStart[]> {
  return oneByOne(async () => {
    const known = await readSessionStarts()
    const starts = withStart(known, session, isPrivate, Date.now(), isExact)
    if (starts !== known) await sessionStartsItem.set(starts).catch(() => {})
    return starts
  })
}

function isStarts(stored: unknown): stored is readonly SessionStart[] {
  return Array.isArray(stored) && stored.every(isStart)
}

function isStart(stored: Partial<SessionStart> | null): boolean {
  const { signIn, role, at } = stored ?? {}
  return typeof signIn === 'string' && typeof role?.roleName === 'string' && typeof at === 'number'
}
