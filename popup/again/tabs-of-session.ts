import { consolePlace, sessionOfUrl } from '../../src/aws/console-place'
import { redirectUrl } from '../../src/aws/redirect'
import { accountOfSession } from '../../src/aws/session-host'
import { navigate } from '../../src/browser/open-tab'
import { allTabs, type Tab } from '../../src/browser/tabs'
import { after } from '../../src/lib/after'
import { isSameJar, type TabSeen } from '../../src/lib/cookie-jar'
import { pageInSession } from '../tab/page-in-session'

/** How long a tab may take to show its new session, in milliseconds. */
const landingTimeoutMs = 15_000
const lookIntervalMs = 150

/**
 * Returns the other tabs that show pages of a multi-session session, as far as the user allows Rolecall to see their
 * addresses. None in classic mode, which has no session ids.
 */
export async function otherTabsOf(session: string | undefined, tab: Tab): Promise<readonly TabSeen[]> {
  return (await tabsOf(session)).filter(({ id, ...jar }) => id !== tab.id && isSameJar(jar, tab))
}

/** Returns all tabs that show pages of the session, in the same way. */
export async function tabsOf(session: string | undefined): Promise<readonly TabSeen[]> {
  if (session === undefined) return []
  return (await allTabs()).filter(({ url }) => url !== undefined && sessionOfUrl(url) === session)
}

/**
 * Takes tabs of the session `old` into the one that `tab` shows once it has left the old one, each on the page that it shows
 * by then. A tab that shows another session or site by then stays as it is. Never rejects.
 */
export async function bringTabs(tabs: readonly TabSeen[], tab: Tab, old: string | undefined): Promise<void> {
  if (tabs.length === 0 || old === undefined) return
  const session = await newSessionIn(tab, old)
  if (session === undefined) return
  const now = await otherTabsOf(old, tab).catch(() => [])
  const known = new Set(tabs.map(({ id }) => id))
  await Promise.allSettled(now.filter(({ id }) => known.has(id)).map(one => bring(one, session)))
}

/**
 * Returns the session that the tab lands in; undefined if it is the old one again, or none in time. A session of another
 * account is only on the way.
 */
async function newSessionIn({ id }: Tab, old: string): Promise<string | undefined> {
  const account = accountOfSession(old)
  let hasLeft = false
  for (const deadline = Date.now() + landingTimeoutMs; Date.now() < deadline; await after(lookIntervalMs)) {
    const url = (await allTabs().catch(() => [])).find(tab => tab.id === id)?.url
    const session = url === undefined ? undefined : sessionOfUrl(url)
    if (session === undefined) hasLeft = true
    else if (session !== old && accountOfSession(session) === account) return session
    // AWS has given the same session a later end.
    else if (session === old && hasLeft) return undefined
  }
  return undefined
}

async function bring({ id: tab, url = '' }: TabSeen, session: string): Promise<void> {
  const place = consolePlace(url)
  if (!place) return
  const { partition } = place
  const page = redirectUrl(url, partition, { account: accountOfSession(session) })
  const there = pageInSession(page, partition, session)
  if (there !== undefined) await navigate(tab, there)
}
