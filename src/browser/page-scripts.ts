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

/** Registers a script of the extension's, which runs in the top frame of each page of the patterns from now on, also after the browser's next start. Rejects where the browser does, as where it is registered. */
export async function registerScript(id: string, file: string, patterns: readonly string[]): Promise<void> {
  await browser.scripting.registerContentScripts([
    { id, js: [file], matches: [...patterns], runAt: 'document_idle', persistAcrossSessions: true },
  ])
}

/** Whether the script is registered. Rejects where the browser does. */
export async function isRegistered(id: string): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0
}

/** Takes the script back; it goes on in pages that are open. Rejects where the browser does, as where it isn't registered. */
export async function unregisterScript(id: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [id] })
}

/** Runs the script in the pages of the patterns that are open already. One that can't be reached goes without. */
export async function runInOpenPages(file: string, patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] })
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined ? undefined : browser.scripting.executeScript({ target: { tabId }, files: [file] }),
    ),
  )
}

/**
 * Whether an error of `scripting` says that an administrator's policy closes the page to extensions. Source: Chromium,
 * `extensions/common/constants.h`, `kPolicyBlockedScripting`.
 */
export function isClosedByPolicy(message: string): boolean {
  return /ExtensionsSettings policy/i.test(message)
}

/**
 * Whether an error of `scripting` may mean the same in Firefox, which has no words of its own for it: of a page whose URL it
 * told after a press, it means `restricted_domains`, or a page of its own about an error. Tried by `e2e/team/policy.spec.ts` and
 * `e2e/appearance/accessible-menu.spec.ts`.
 */
export function isClosedPage(message: string): boolean {
  return /^Missing host permission for the tab/.test(message)
}
