import type { Tabs } from 'webextension-polyfill'
import type { CookieJar, TabSeen } from '../lib/cookie-jar'
import { browser } from './api'

/** The tab that the toolbar button was pressed on. */
export interface Tab extends CookieJar {
  readonly id: number
  readonly index: number
  readonly windowId: number
  /** Absent where the browser tells no extension, as on its own pages. */
  readonly url?: string
}

/** The active tab of this window. Its URL is known through `activeTab`, which the press on the button grants. */
export async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return undefined
  return {
    id: tab.id,
    index: tab.index,
    windowId: tab.windowId ?? browser.windows.WINDOW_ID_CURRENT,
    ...jarOfTab(tab),
    ...(tab.url && { url: tab.url }),
  }
}

/** All tabs, of all windows that the extension may be in. Their URLs are told only where the user has allowed it. */
export async function allTabs(): Promise<readonly TabSeen[]> {
  const tabs = await browser.tabs.query({})
  return tabs.flatMap(tab => {
    const { id, url } = tab
    return id === undefined ? [] : { id, ...jarOfTab(tab), ...(url && { url }) }
  })
}

/** Whose cookies the tab has. Firefox names the store to every extension; other browsers have no containers. */
export function jarOfTab({
  incognito,
  cookieStoreId,
}: Pick<Tabs.Tab, 'incognito' | 'cookieStoreId'>): CookieJar {
  return { isPrivate: incognito, cookieStoreId }
}

/** Calls `listener` as a tab begins to load a page and has loaded it, until the function that it gives is called. */
export function onTabStatus(listener: (tabId: number, status: string | undefined) => void): () => void {
  const hear = (tabId: number, { status }: { status?: string }) => listener(tabId, status)
  browser.tabs.onUpdated.addListener(hear)
  return () => browser.tabs.onUpdated.removeListener(hear)
}

/** Loads the tab's page anew. */
export async function reloadTab(tab: Tab): Promise<void> {
  await browser.tabs.reload(tab.id)
}

/** Opens the options page, or goes to it where it is open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage()
}

/** Opens a page in a tab of its own. */
export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url })
}
