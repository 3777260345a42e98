import { runInPage } from '../browser/page-scripts'
import type { Tab } from '../browser/tabs'
import { after } from '../lib/after'

/** Identifies a page among those that its tab shows before and after it. */
export interface PageMark {
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

const intervalMs = 60
/** A tab between two pages may refuse for a moment. */
const refusalsThatCount = 4

/** Returns the page that the tab shows; undefined if the extension may not see it. Never throws. */
export async function markPage(tab: Pick<Tab, 'id'>): Promise<PageMark | undefined> {
  const mark = await Promise.race([runInPage(tab, whichPage).catch(() => undefined), after(1_000)])
  return typeof mark?.url === 'string' && typeof mark.born === 'number' ? mark : undefined
}

/** Returns where the tab, which left the page `before`, is within `timeoutMs`. Never throws. */
export async function landing(
  tab: Pick<Tab, 'id'>,
  before: PageMark | undefined,
  timeoutMs: number,
): Promise<Landing> {
  const deadline = Date.now() + timeoutMs
  let refusals = 0
  for (;;) {
    const mark = await markPage(tab)
    if (mark && mark.born !== before?.born) return { kind: 'page', url: mark.url }
    refusals = mark ? 0 : refusals + 1
    if (refusals >= refusalsThatCount) return { kind: 'elsewhere' }
    if (Date.now() >= deadline) return { kind: 'same-page' }
    await after(intervalMs)
  }
}

/** Runs in the page. */
function whichPage(): PageMark {
  return { url: location.href, born: performance.timeOrigin }
}
