import { consolePatterns, isSignInHost } from '../aws/partitions'
import { hasOrigins } from '../browser/permissions'
import { type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import { allTabs } from '../browser/tabs'
import { inTurn } from '../lib/in-turn'
import { inTabs, type OpenSession, withSession } from './known-sessions'

/** As many as are of any use: AWS keeps five, and private windows have their own. */
const maxSessionsKept = 20

/** The sessions of multi-session mode that are known to be open. They are forgotten with the end of the browser, and outlive an update. */
export const openSessionsDefinition: StoredItemDefinition<readonly OpenSession[]> = {
  key: 'openSessions',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (isSessions(stored) ? stored : undefined),
}

const openSessionsItem = storedItem(openSessionsDefinition)

/** The sessions that are known of, with the tabs that show them now; none where they can't be had, since only the menu's marks need them. */
export async function readOpenSessions(): Promise<readonly OpenSession[]> {
  try {
    const [reading, tabs, seesConsoles] = await Promise.all([
      openSessionsItem.get(),
      allTabs(),
      hasOrigins(...consolePatterns),
    ])
    return inTabs(valueIn(reading) ?? [], tabs, seesConsoles, Date.now())
  } catch {
    return []
  }
}

/** Keeps a session. Rejects where the browser's storage does. */
export function keepSession(session: OpenSession): Promise<void> {
  return changeSessions([session], [])
}

/** Forgets a session that was signed out. Rejects where the browser's storage does. */
export function forgetSession(id: string): Promise<void> {
  return changeSessions([], [id])
}

// Each makes the new sessions of the old ones.
const oneByOne = inTurn()

/** Keeps the sessions that were seen, the last one as the latest, and forgets those that have ended, by id. Rejects where the browser's storage does. */
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
