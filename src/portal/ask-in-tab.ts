import { portalOfPage } from '../aws/portal'
import { runBesidePage } from '../browser/own-scripts'
import { isClosedByPolicy, isClosedPage } from '../browser/page-scripts'
import { addressOfTab } from '../browser/tabs'
import { NoAnswerError, within } from '../browser/timeout'
import { errorText } from '../lib/error-text'
import { readRetryAfter } from '../lib/retry-after'
import { checkPortalPage } from './check-portal-page'
import { askPortal } from './page/ask-portal'
import { readPortalPage } from './page/read-portal-page'
import type { PortalCall } from './portal-question'
import type { PageFailure, PageReading, PortalAnswer } from './scan'

/** How long the portal may take to answer, in milliseconds. */
const answerTimeoutMs = 10_000
/** The longest answer that is read, in characters. A page of 100 accounts has about 60,000. */
const maxAnswerLength = 4_000_000
/** The most links that are read from the page. */
const maxLinks = 20_000

/** Has the page of the portal at `url` in the tab send the request. Never throws. */
export async function askInTab(tab: number, url: string, call: PortalCall): Promise<PortalAnswer> {
  const raw = await inPage(tab, url, () =>
    runBesidePage({ id: tab }, askPortal, new URL(url).origin, call, answerTimeoutMs, maxAnswerLength),
  )
  if (raw.kind !== 'answered') return raw
  return { ...raw, retryAfter: readRetryAfter(raw.retryAfter, Date.now()) }
}

/** Returns what the page of the portal at `url` in the tab says. Never throws. */
export async function readPageInTab(tab: number, url: string): Promise<PageReading | PageFailure> {
  const raw = await inPage(tab, url, () => runBesidePage({ id: tab }, readPortalPage, maxLinks))
  if (raw.kind !== 'page') return raw
  return raw.origin === new URL(url).origin ? checkPortalPage(raw) : { kind: 'elsewhere' }
}

/** Runs a function in the page of the portal at `url`. A page that is left takes its result with it. */
async function inPage<Result>(
  tab: number,
  url: string,
  run: () => Promise<Result | undefined>,
): Promise<Result | PageFailure> {
  try {
    return (await within(run())) ?? { kind: 'elsewhere' }
  } catch (error) {
    if (error instanceof NoAnswerError) return { kind: 'silent' }
    const message = errorText(error)
    const isClosed = isClosedByPolicy(message) || (isClosedPage(message) && (await shows(tab, url)))
    // Without the press, the browser lets the extension into no page: the tab shows another one, or is closed.
    return isClosed ? { kind: 'no-access', message } : { kind: 'elsewhere' }
  }
}

/** Whether the tab still shows the portal. The browser doesn’t say it of a page that the button wasn’t pressed on. */
async function shows(tab: number, url: string): Promise<boolean> {
  const address = await addressOfTab(tab).catch(() => undefined)
  return portalOfPage(address ?? '')?.url === url
}
