import { consolePlace, sessionOfUrl } from '../src/aws/console-place'
import { isPastWaiting } from '../src/aws/page-facts'
import { readSession } from '../src/aws/read-session'
import { allTabs } from '../src/browser/tabs'
import { after } from '../src/lib/after'
import { isSameJar, jarOf, type TabSeen } from '../src/lib/cookie-jar'
import type { OpenSession } from '../src/sessions/known-sessions'
import { changeSessions, readOpenSessions } from '../src/sessions/stored-sessions'
import { readConsolePage } from '../src/switching/read-console-page'
import { sessionsBeside } from './load'
import type { Facts } from './menu-data'
import type { ConsoleTab } from './tab/console-tab'

/** How long the tabs may take to answer, in milliseconds: a sleeping tab doesn't answer. */
const lookTimeoutMs = 1_000
/** Maximum number of tabs asked. */
const maxTabsAsked = 40

interface Found {
  readonly seen?: OpenSession
  /** Session id. */
  readonly ended?: string
}

/**
 * Records that the tab's own session is open, so that other tabs can find its tab. Looks into all tabs that the user allows,
 * for sessions that were opened without the menu and for those that have ended. Returns the sessions open then. Never
 * throws: if something can't be read, the menu just can't show which roles are open.
 */
export async function lookIntoTabs(
  consoleTab: ConsoleTab,
  sessions: Facts['sessions'],
): Promise<Facts['sessions']> {
  try {
    const { tab } = consoleTab
    const others = (await allTabs()).filter(
      other =>
        other.id !== tab.id &&
        isSameJar(other, tab) &&
        other.url !== undefined &&
        sessionOfUrl(other.url) !== undefined,
    )
    const found = await Promise.all(
      others.slice(0, maxTabsAsked).map(other => Promise.race([look(other), after(lookTimeoutMs)])),
    )
    const seen = [...found.flatMap(one => one?.seen ?? []), ...sessions.slice(-1)]
    await changeSessions(
      seen,
      found.flatMap(one => one?.ended ?? []),
    )
    return sessionsBeside(consoleTab, await readOpenSessions())
  } catch {
    return sessions
  }
}

/** Returns the session of the page in the tab, or the id of the one that has ended there. */
async function look(seen: TabSeen): Promise<Found> {
  const { id: tab, url = '' } = seen
  const place = consolePlace(url)
  const id = place?.session
  const page = await readConsolePage({ id: tab })
  if ('noAccess' in page || place === undefined || id === undefined) return {}
  const reading = readSession(page.facts, place)
  if ('session' in reading)
    return { seen: { id, session: reading.session, tab, ...jarOf(seen), seen: Date.now() } }
  // A page that is still loading may just not have said yet who is signed in.
  return reading.failure.kind === 'signed-out' && isPastWaiting(page.facts) ? { ended: id } : {}
}
