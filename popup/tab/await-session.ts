import { type ConsolePlace, consolePlace } from '../../src/aws/console-place'
import { lateFactsMs } from '../../src/aws/page-facts'
import { activeTab, type Tab } from '../../src/browser/tabs'
import { after } from '../../src/lib/after'
import { type PageReading, readTab } from './read-tab'

/** How often the page is asked, in milliseconds. */
const intervalMs = 150

/** A console page that may yet say who is signed in. */
export interface WaitingPage {
  readonly tab: Tab
  readonly url: string
  readonly place: ConsolePlace
}

/**
 * Asks the page repeatedly until it has said who is signed in, the time limit is over, or `signal` aborts. Returns its
 * answer and its address at that point. Never throws.
 */
export async function awaitSession(
  page: WaitingPage,
  signal: AbortSignal,
): Promise<WaitingPage & { readonly reading: PageReading }> {
  const stopped = new Promise<undefined>(resolve =>
    signal.addEventListener('abort', () => resolve(undefined)),
  )
  const deadline = Date.now() + lateFactsMs
  let latest = page
  for (;;) {
    const { reading, isFinal } = await readTab(latest.tab, latest.place)
    if (isFinal || signal.aborted || Date.now() >= deadline) return { ...(await now(latest)), reading }
    await Promise.race([after(intervalMs), stopped])
    latest = await now(latest)
  }
}

/** Returns the page at its tab's current address: a console may redirect to a regional one while it loads. */
async function now(page: WaitingPage): Promise<WaitingPage> {
  const tab = await activeTab().catch(() => undefined)
  const place = tab?.id === page.tab.id && tab.url !== undefined ? consolePlace(tab.url) : undefined
  return place && tab?.url !== undefined ? { tab, url: tab.url, place } : page
}
