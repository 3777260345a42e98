import { browser } from './api'
import type { Tab } from './tabs'

/** Runs a self-contained function in the page's own world, and gives what it gives. Rejects where the browser doesn't let us. */
export async function runInPage<Args extends unknown[], Result>(
  tab: Pick<Tab, 'id'>,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result> | undefined> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    world: 'MAIN',
    func: func as (...args: unknown[]) => unknown,
    args,
  })
  if (injection?.error) throw injection.error
  return injection?.result as Awaited<Result> | undefined
}
