import { askSessionList } from '../src/sessions/ask-session-list'
import { idOf } from '../src/sessions/known-sessions'
import { asOpenSession, type ListedSession } from '../src/sessions/session-list'
import { changeSessions, readOpenSessions } from '../src/sessions/stored-sessions'
import { noteEnds } from '../src/sessions/stored-starts'
import { sessionsBeside } from './load'
import type { Facts } from './menu-data'
import type { ConsoleTab } from './tab/console-tab'

/** How long a session may take from the switch until AWS lists it, in milliseconds. */
const openingMs = 60_000

/**
 * Asks AWS for its list of sessions and takes it over. Returns the sessions open then, and when sessions began and end;
 * nothing if AWS gives no list, or one without the tab's own session, which isn't about this browser's sign-in.
 */
export async function listSessions(
  consoleTab: ConsoleTab,
): Promise<Partial<Pick<Facts, 'sessions' | 'starts'>>> {
  const { tab, session } = consoleTab
  const { partition, signInHost } = session
  const listed = partition === 'aws' ? await askSessionList(signInHost, tab) : undefined
  if (!listed?.some(({ id }) => id === idOf(session))) return {}
  await takeOver(listed, consoleTab)
  const ends = new Map(listed.flatMap(({ id, end }) => (end === undefined ? [] : [[id, end]])))
  const starts = await noteEnds(ends, partition, tab)
  return { sessions: sessionsBeside(consoleTab, await readOpenSessions()), starts }
}

/** Stores that sessions which the list lacks have ended, and that those which only the list has are open somewhere. */
async function takeOver(listed: readonly ListedSession[], consoleTab: ConsoleTab): Promise<void> {
  const now = Date.now()
  const { tab, session } = consoleTab
  const known = sessionsBeside(consoleTab, await readOpenSessions())
  // One that has only just been opened may not be in the list yet.
  const ended = known.filter(one => !listed.some(({ id }) => id === one.id) && now - one.seen > openingMs)
  const unseen = listed.filter(({ id }) => !known.some(one => one.id === id))
  await changeSessions(
    unseen.map(one => asOpenSession(one, session.signInHost, tab, now)),
    ended.map(({ id }) => id),
  )
}
