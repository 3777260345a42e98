import { consolePlace, sessionOfUrl } from '../src/aws/console-place'
import { isPastWaiting } from '../src/aws/page-facts'
import { readSession } from '../src/aws/read-session'
import { allTabs } from '../src/browser/tabs'
import { after } from '../src/lib/after'
import { isSameJar, jarOf, type TabSeen } from '../src/lib/cookie-jar'
import { askSessionList } from '../src/sessions/ask-session-list'
import { idOf, type OpenSession } from '../src/sessions/known-sessions'
import { asOpenSession, type ListedSession } from '../src/sessions/session-list'
import { changeSessions, readOpenSessions } from '../src/sessions/stored-sessions'
import { noteEnds, noteSession } from '../src/sessions/stored-starts'
import type { Settings } from '../src/settings/settings'
import { readConsolePage } from '../src/switching/read-console-page'
import type { ConsoleTab } from './console-tab'
import { sessionsBeside } from './load'
import type { Facts } from './menu-data'

/** How long the tabs may take to answer, in milliseconds: a sleeping tab doesn't answer. */
const lookTimeoutMs = 1_000
/** How long a session may take from the switch until AWS lists it, in milliseconds. */
const openingMs = 60_000
/** Maximum number of tabs asked. */
const maxTabsAsked = 40

interface Found {
  readonly seen?: OpenSession
  /** Session id. */
  readonly ended?: string
}

/**
 * Records that the tab's own session is open, so that other tabs can find its tab. Looks into all tabs that the user allows,
 * for sessions that were opened without the menu and for those that have ended, and asks AWS for its list, if the user wants
 * that. Returns the sessions open then, and when sessions began and end. Never throws: if something can't be read, the menu
 * just can't show which roles are open.
 */
export async function lookAround(
  consoleTab: ConsoleTab,
  sessions: Facts['sessions'],
  { listSessions }: Settings,
): Promise<Partial<Pick<Facts, 'sessions' | 'starts'>>> {
  try {
    const { tab, session } = consoleTab
    const listing =
      listSessions && session.partition === 'aws' ? askSessionList(session.signInHost, tab) : undefined
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
    const ended = found.flatMap(one => one?.ended ?? [])
    const listed = await listing
    await changeSessions(seen, ended)
    // A list without the tab's own session isn't about this browser's sign-in.
    if (!listed?.some(({ id }) => id === idOf(session)))
      return { sessions: sessionsBeside(consoleTab, await readOpenSessions()) }
    await takeList(listed, consoleTab)
    const ends = new Map(listed.flatMap(({ id, end }) => (end === undefined ? [] : [[id, end]])))
    // The tab's own start has to be known before its end is.
    await noteSession(session, tab)
    const starts = await noteEnds(ends, session.partition, tab)
    return { sessions: sessionsBeside(consoleTab, await readOpenSessions()), starts }
  } catch {
    return {}
  }
}

/** Takes over AWS's list: what it doesn't have has ended, and what only it has is open somewhere. */
async function takeList(listed: readonly ListedSession[], { tab, session }: ConsoleTab): Promise<void> {
  const now = Date.now()
  const known = await readOpenSessions()
  const isListed = (id: string) => listed.some(one => one.id === id)
  // One that has only just been opened may not be in the list yet.
  const ended = known.filter(
    one =>
      !isListed(one.id) &&
      isSameJar(one, tab) &&
      one.session.partition === session.partition &&
      now - one.seen > openingMs,
  )
  const unseen = listed.filter(({ id }) => !known.some(one => one.id === id))
  await changeSessions(
    unseen.map(one => asOpenSession(one, session.signInHost, tab, now)),
    ended.map(({ id }) => id),
  )
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
