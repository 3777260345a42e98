import { browser } from './api'
import { pageInjection } from './own-api'
import { resultIn } from './page-scripts'
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
  const injection = { ...pageInjection(tab.id, func, ...args), world: 'ISOLATED' as const }
  return resultIn<Result>(await browser.scripting.executeScript(injection))
}

/** One of the extension's scripts, and the pages that it runs in. */
export interface PageScript {
  readonly id: string
  readonly file: string
  /** The patterns of the pages' addresses. It runs in the top frame of each. */
  readonly patterns: readonly string[]
}

/**
 * Keeps a script registered, also after a browser restart, as long as it is wanted. One that isn't wanted anymore keeps
 * running in open pages. Returns whether it was registered before.
 */
export async function keepRegistered(
  { id, file, patterns }: PageScript,
  isWanted: boolean,
): Promise<boolean> {
  const { scripting } = browser
  const wasRegistered = (await scripting.getRegisteredContentScripts({ ids: [id] })).length > 0
  if (isWanted && !wasRegistered) {
    await scripting.registerContentScripts([
      { id, js: [file], matches: [...patterns], runAt: 'document_idle', persistAcrossSessions: true },
    ])
  }
  if (!isWanted && wasRegistered) await scripting.unregisterContentScripts({ ids: [id] })
  return wasRegistered
}

/** Runs the script in the pages that are open. Skips pages it can't reach. */
export async function runInOpenPages({ file, patterns }: PageScript): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] })
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined ? undefined : browser.scripting.executeScript({ target: { tabId }, files: [file] }),
    ),
  )
}
