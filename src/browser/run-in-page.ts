import { browser } from './api'
import type { Tab } from './tabs'

/**
 * Runs a self-contained function in the page's own world, and gives what it gives; undefined where the page is left meanwhile,
 * or where it can't be copied. Rejects where the browser doesn't let us, or where the function throws.
 */
export async function runInPage<Args extends unknown[], Result>(
  tab: Pick<Tab, 'id'>,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result> | undefined> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    world: 'MAIN',
    // Else the browser waits until a page that still loads has nothing more to do.
    injectImmediately: true,
    func: func as (...args: unknown[]) => unknown,
    args,
  })
  if (injection?.error) throw injection.error
  return injection?.result as Awaited<Result> | undefined
}
