import type { Tabs } from 'webextension-polyfill'
import type { CookieJar, TabSeen } from '../lib/cookie-jar'
import { browser } from './api'

/** The tab whose toolbar button was pressed. */
export interface Tab extends CookieJar {
  readonly id: number
  readonly index: number
  readonly windowId: number
  /** Absent if the browser hides it from extensions, as on its own pages. */
  readonly url?: string
}

/** The browser's answer to a question about tabs. */
export type TabsAnswer = Promise<readonly Tabs.Tab[]>

/**
 * Returns the active tab of this window, or the one that the browser has answered with. `activeTab`, granted by pressing
 * the toolbar button, reveals its URL.
 */
export async function activeTab(
  answer: TabsAnswer = browser.tabs.query({ active: true, currentWindow: true }),
): Promise<Tab | undefined> {
  const [tab] = await answer
  if (tab?.id === undefined) return undefined
  return {
    id: tab.id,
    index: tab.index,
    windowId: tab.windowId ?? browser.windows.WINDOW_ID_CURRENT,
    ...jarOfTab(tab),
    ...(tab.url && { url: tab.url }),
  }
}

/** Returns the browser's answer about one tab. */
export async function tabAnswer(id: number): TabsAnswer {
  return [await browser.tabs.get(id)]
}

/**
 * Returns all tabs in all windows that the extension has access to. Their URLs are only included if the user has allowed it.
 */
export async function allTabs(): Promise<readonly TabSeen[]> {
  const tabs = await browser.tabs.query({})
  return tabs.flatMap(tab => {
    const { id, url, status } = tab
    if (id === undefined) return []
    return { id, ...jarOfTab(tab), ...(url && { url }), ...(status === 'loading' && { isLoading: true }) }
  })
}

/** Returns the cookie jar of the tab. Firefox tells every extension the store's name; other browsers have no containers. */
export function jarOfTab({
  incognito,
  cookieStoreId,
}: Pick<Tabs.Tab, 'incognito' | 'cookieStoreId'>): CookieJar {
  return { isPrivate: incognito, cookieStoreId }
}

/** Returns the address of a tab, undefined if the browser doesn't say it. */
export async function addressOfTab(id: number): Promise<string | undefined> {
  return (await browser.tabs.get(id)).url || undefined
}

/** Calls `listener` when a tab starts to load a page and when it has loaded. Returns a function that stops this. */
export function onTabStatus(listener: (tabId: number, status: string | undefined) => void): () => void {
  const hear = (tabId: number, { status }: { status?: string }) => listener(tabId, status)
  browser.tabs.onUpdated.addListener(hear)
  return () => browser.tabs.onUpdated.removeListener(hear)
}

export async function reloadTab(tab: Tab): Promise<void> {
  await browser.tabs.reload(tab.id)
}

/** Opens the options page, or switches to it if it is open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage()
}

/** Opens a page in a new tab. */
export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url })
}
