import { postForm } from '../console/page/post-form'
import { postJson } from '../console/page/post-json'
import { readPage } from '../console/page/read-page'
import type { PageFacts } from '../console/page-facts'
import type { Partition } from '../console/partitions'
import { type SwitchOutcome, switchOutcome } from '../console/switch-outcome'
import type { SwitchRequest } from '../console/switch-request'
import { browser } from './api'
import { errorText } from './error-text'

/** The tab that the toolbar button was pressed on. */
export interface Tab {
  readonly id: number
  readonly index: number
  readonly windowId: number
  /** Absent where the browser tells no extension, as on its own pages. */
  readonly url?: string
}

/** How long a switch may take before it counts as failed, in milliseconds. */
const patience = 15_000

/** The active tab of this window. Its URL is known through `activeTab`, which the press on the button grants. */
export async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return undefined
  return {
    id: tab.id,
    index: tab.index,
    windowId: tab.windowId ?? browser.windows.WINDOW_ID_CURRENT,
    ...(tab.url && { url: tab.url }),
  }
}

/** What the page in the tab says of its session, or why the browser does not let us ask. */
export async function readConsolePage(
  tab: Tab,
): Promise<{ readonly facts: PageFacts } | { readonly noAccess: string }> {
  try {
    return { facts: (await runInPage(tab, readPage)) ?? {} }
  } catch (error) {
    return { noAccess: errorText(error) }
  }
}

/** Has the page in the tab post the request, and says how it ended. Never throws. */
export async function postSwitch(
  tab: Tab,
  request: SwitchRequest,
  partition: Partition,
): Promise<SwitchOutcome> {
  if (request.kind === 'multi-session') {
    try {
      const result = await runInPage(tab, postJson, request.url, request.body, patience)
      return result ? switchOutcome(result, partition) : { kind: 'timed-out' }
    } catch (error) {
      return { kind: 'no-access', message: errorText(error) }
    }
  }
  const left = leaving(tab)
  try {
    const posted = runInPage(tab, postForm, request.url, request.fields, patience)
      // A page that is left takes its answer with it: then the browser gives none, or an error of its own.
      .then(result => (result ? switchOutcome(result, partition) : left.promise))
      .catch((error: unknown) => left.orElse({ kind: 'no-access', message: errorText(error) }))
    return await Promise.race([posted, left.promise])
  } finally {
    left.stop()
  }
}

/** Opens the role's console in a new tab beside this one. */
export async function openBeside(tab: Tab, url: string): Promise<void> {
  await browser.tabs.create({ url, index: tab.index + 1, openerTabId: tab.id, windowId: tab.windowId })
}

/** Opens a page in a window of its own. */
export async function openInWindow(url: string): Promise<void> {
  await browser.windows.create({ url })
}

/** Loads the tab's page anew. */
export async function reloadTab(tab: Tab): Promise<void> {
  await browser.tabs.reload(tab.id)
}

/**
 * Watches whether the tab leaves its page, which the browser tells without any permission. That it began to load
 * is not enough: the page's policy may still stop the redirect back, and then the page stays.
 */
function leaving(tab: Tab) {
  let seen = false
  const { promise, resolve } = deferred<SwitchOutcome>()
  const listener = (tabId: number, change: { status?: string }) => {
    if (tabId !== tab.id) return
    if (change.status === 'loading') seen = true
    if (change.status === 'complete' && seen) resolve({ kind: 'leaving' })
  }
  browser.tabs.onUpdated.addListener(listener)
  return {
    promise,
    orElse: (otherwise: SwitchOutcome): SwitchOutcome => (seen ? { kind: 'leaving' } : otherwise),
    stop: () => browser.tabs.onUpdated.removeListener(listener),
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>(fulfil => {
    resolve = fulfil
  })
  return { promise, resolve }
}

async function runInPage<Args extends unknown[], Result>(
  tab: Tab,
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
