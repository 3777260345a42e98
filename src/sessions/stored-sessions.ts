import { consolePatterns, isSignInHost } from '../aws/partitions'
import { hasOrigins } from '../browser/permissions'
import { type ItemsRead, type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import { allTabs } from '../browser/tabs'
import { inTurn } from '../lib/in-turn'
import { inTabs, type OpenSession, withSession } from './known-sessions'

/** Maximum number of sessions kept: AWS keeps five, and private windows have their own. */
const maxSessionsKept = 20

/** The multi-session sessions known to be open. They are deleted when the browser closes, and survive an update. */
export const openSessionsDefinition: StoredItemDefinition<readonly OpenSession[]> = {
  key: 'openSessions',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (isSessions(stored) ? stored : undefined),
}

const openSessionsItem = storedItem(openSessionsDefinition)

/**
 * Returns the known sessions, from `read` if given, with the tabs that show them now. Returns none if they can't be read:
 * then the menu just can't show which roles are open.
 */
export async function readOpenSessions(read?: ItemsRead): Promise<readonly OpenSession[]> {
  try {
    const [reading, tabs, seesConsoles] = await Promise.all([
      openSessionsItem.get(read),
      allTabs(),
      hasOrigins(...consolePatterns),
    ])
    return inTabs(valueIn(reading) ?? [], tabs, seesConsoles, Date.now())
  } catch {
    return []
  }
}

export function keepSession(session: OpenSession): Promise<void> {
  return changeSessions([session], [])
}

/** Removes a session that was signed out. */
export function forgetSession(id: string): Promise<void> {
  return changeSessions([], [id])
}

// Each call builds the new sessions from the old ones.
const oneByOne = inTurn()

/** Stores the sessions that were seen, the last one as the latest, and removes those with the ids in `ended`. */
export function changeSessions(seen: readonly OpenSession[], ended: readonly string[]): Promise<void> {
  return oneByOne(async () => {
    const kept = seen.reduce(withSession, await readOpenSessions())
    await openSessionsItem.set(kept.filter(({ id }) => !ended.includes(id)).slice(-maxSessionsKept))
  })
}

function isSessions(stored: unknown): stored is readonly OpenSession[] {
  return Array.isArray(stored) && stored.every(isSession)
}

function isSession(stored: Partial<OpenSession> | null): boolean {
  const { id, session } = stored ?? {}
  return (
    typeof id === 'string' && session !== undefined && isSignInHost(session.signInHost, session.partition)
  )
}
