import { type CookieJar, isApart, isContainer, isSameJar } from '../lib/cookie-jar'
import { browser } from './api'
import { message } from './i18n'
import { jarOfTab, onTabStatus, openOptions, openPage, type Tab } from './tabs'

/** How long a page may take to load before it counts as failed, in milliseconds. */
const loadTimeoutMs = 15_000

/**
 * Opens a page in a background tab next to this one and returns the new tab's id. In Firefox it is in the opener's
 * container.
 */
export async function openBeside(tab: Tab, url: string): Promise<number | undefined> {
  const { index, id, windowId } = tab
  return (await browser.tabs.create({ url, index: index + 1, openerTabId: id, windowId, active: false })).id
}

/**
 * Opens a page in a new window behind this one, private if this tab is, and returns its tab's id. The page stays in the
 * tab's container: Firefox needs a permission to open a window in one, but not to move a tab there.
 */
export async function openInWindow(tab: Tab, url: string): Promise<number | undefined> {
  const tabId = isContainer(tab) ? await openBeside(tab, url) : undefined
  const what = tabId === undefined ? { url, incognito: tab.isPrivate } : { tabId }
  const window = await browser.windows.create({ ...what, focused: false })
  return tabId ?? window.tabs?.[0]?.id
}

/** Navigates the tab to another page, as the address bar does. Rejects if the tab was closed. */
export async function navigate(id: number, url: string): Promise<void> {
  await browser.tabs.update(id, { url })
}

/**
 * Loads `url` in a tab that shows the page at `shown`. If they differ in the fragment at most, reloads the tab, because
 * navigating would load nothing. Rejects if the tab was closed.
 */
export async function loadAt(id: number, url: string, shown: string): Promise<void> {
  if (withoutFragment(url) === withoutFragment(shown)) await browser.tabs.reload(id)
  else await navigate(id, url)
}

function withoutFragment(url: string): string | undefined {
  return url.split('#', 1)[0]
}

/** Activates the tab and its window. Rejects if the tab was closed. */
export async function goToTab(id: number): Promise<void> {
  const tab = await browser.tabs.update(id, { active: true })
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true })
}

/** Closes the tab. Ignores that it may have been closed in between. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch(() => {})
}

/**
 * Loads a page with the jar's cookies in a background tab and closes it. If the page doesn't load in time, rejects and
 * leaves the tab open for the user to see. Also rejects if no tab of the jar is open.
 */
export async function visit(url: string, jar: CookieJar): Promise<void> {
  const tab = await loadIn(undefined, url, jar)
  if (tab !== undefined) await browser.tabs.remove(tab)
}

/**
 * Loads a page in the given tab, or in a new background tab with the jar's cookies, waits until it is loaded, and returns
 * the tab. Rejects if it doesn't load in time, or if no tab of the jar is open.
 */
export async function loadIn(
  tab: number | undefined,
  url: string,
  jar: CookieJar,
): Promise<number | undefined> {
  let id = tab
  let timer: ReturnType<typeof setTimeout> | undefined
  const loaded = new Promise<void>((resolve, reject) => {
    const finish = (end: () => void) => {
      stop()
      clearTimeout(timer)
      end()
    }
    const stop = onTabStatus((tabId, status) => {
      if (tabId === id && status === 'complete') finish(resolve)
    })
    timer = setTimeout(
      () => finish(() => reject(new Error(message('tabNotLoaded', loadTimeoutMs / 1_000)))),
      loadTimeoutMs,
    )
  })
  // Errors before this is awaited are reported separately.
  loaded.catch(() => {})
  if (tab === undefined) id = (await createIn(jar, url)).id
  else await browser.tabs.update(tab, { url })
  await loaded
  return id
}

/** Firefox puts a new tab into its opener's container without a permission; other browsers use the window's jar. */
async function createIn(jar: CookieJar, url: string): Promise<{ readonly id?: number | undefined }> {
  const tabs = await browser.tabs.query({})
  const opener = tabs.findLast(tab => isSameJar(jarOfTab(tab), jar))
  const { id, windowId } = opener ?? {}
  if (id !== undefined && windowId !== undefined)
    return browser.tabs.create({ url, active: false, openerTabId: id, windowId })
  // The sessions of a private window end with its last tab.
  if (isApart(jar)) throw new Error(message('tabNoContainer'))
  return browser.tabs.create({ url, active: false })
}

/** Opens the options page at a place, such as `#menu/order`, or switches to it there if it is open. */
export async function openOptionsAt(hash: string): Promise<void> {
  const page = new URL(browser.runtime.getURL('options/index.html'))
  const [open] = browser.extension
    .getViews({ type: 'tab' })
    .filter(({ location }) => location.pathname === page.pathname)
  if (!open) return openPage(page.href + hash)
  open.location.hash = hash
  await openOptions()
}
