import { runInPage } from '../browser/page-scripts'
import type { Tab } from '../browser/tabs'
import { after } from '../lib/after'

/** Identifies a page among those that its tab shows before and after it. */
export interface PageIdentity {
  readonly url: string
  /** When it began, by its own clock. Another page in the same tab has another value. */
  readonly born: number
}

/** Where a tab is after it was sent somewhere. */
export type Landing =
  /** On another page that the extension may see: in the same console as before, or in one that the user allows. */
  | { readonly kind: 'page'; readonly url: string }
  /** On a page that the extension may not see. */
  | { readonly kind: 'elsewhere' }
  /** Still on the page that it was sent from. */
  | { readonly kind: 'same-page' }

const lookIntervalMs = 60
/** A tab between two pages may refuse for a moment. */
const refusalsThatCount = 4

/** Returns the page that the tab shows; undefined if the extension may not see it. Never throws. */
export async function identifyPage(tab: Pick<Tab, 'id'>): Promise<PageIdentity | undefined> {
  const page = await Promise.race([runInPage(tab, whichPage).catch(() => undefined), after(1_000)])
  return typeof page?.url === 'string' && typeof page.born === 'number' ? page : undefined
}

/** Returns where the tab, which left the page `before`, is within `timeoutMs`. Never throws. */
export async function landing(
  tab: Pick<Tab, 'id'>,
  before: PageIdentity | undefined,
  timeoutMs: number,
): Promise<Landing> {
  const deadline = Date.now() + timeoutMs
  let refusals = 0
  for (;;) {
    const page = await identifyPage(tab)
    if (page && page.born !== before?.born) return { kind: 'page', url: page.url }
    refusals = page ? 0 : refusals + 1
    if (refusals >= refusalsThatCount) return { kind: 'elsewhere' }
    if (Date.now() >= deadline) return { kind: 'same-page' }
    await after(lookIntervalMs)
  }
}

/** Runs in the page. */
function whichPage(): PageIdentity {
  return { url: location.href, born: performance.timeOrigin }
}
