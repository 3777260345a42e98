import { browser } from './api'
import type { Tab } from './tabs'

/**
 * Runs a self-contained function in the extension's own world of the page, where the page's scripts can replace nothing, and
 * returns its result; undefined if the page is left meanwhile. Rejects if the browser denies access.
 */
export async function runBesidePage<Args extends unknown[], Result>(
  tab: Pick<Tab, 'id'>,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result> | undefined> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    world: 'ISOLATED',
    injectImmediately: true,
    func: func as (...args: unknown[]) => unknown,
    args,
  })
  if (injection?.error) throw injection.error
  return injection?.result as Awaited<Result> | undefined
}
