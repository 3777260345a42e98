import { type CookieJar, isApart, isContainer, isSameJar } from '../lib/cookie-jar'
import { browser } from './api'
import { message } from './i18n'
import { jarOfTab, onTabStatus, type Tab } from './tabs'

/** How long a page may take to load before it counts as not loaded, in milliseconds. */
const loadTimeoutMs = 15_000

/** Opens a page in a new tab beside this one, behind it, and gives the new one's number. In Firefox it is in the opener's container. */
export async function openBeside(tab: Tab, url: string): Promise<number | undefined> {
  const { index, id, windowId } = tab
  return (await browser.tabs.create({ url, index: index + 1, openerTabId: id, windowId, active: false })).id
}

/**
 * Opens a page in a window of its own, a private one where this tab is in one, behind this one, and gives the number of its
 * tab. It stays in the tab's container: Firefox opens a window in one only with a permission, but a tab may move to one.
 */
export async function openInWindow(tab: Tab, url: string): Promise<number | undefined> {
  const tabId = isContainer(tab) ? await openBeside(tab, url) : undefined
  const what = tabId === undefined ? { url, incognito: tab.isPrivate } : { tabId }
  const window = await browser.windows.create({ ...what, focused: false })
  return tabId ?? window.tabs?.[0]?.id
}

/** Takes the tab to another page, as the address bar does. Rejects if it was closed. */
export async function navigate(id: number, url: string): Promise<void> {
  await browser.tabs.update(id, { url })
}

/** Brings the tab to the front, with its window. Rejects where it was closed. */
export async function goToTab(id: number): Promise<void> {
  const tab = await browser.tabs.update(id, { active: true })
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true })
}

/**
 * Loads a page with the cookies of the jar, in a new tab behind the one in front, and closes it. If the page doesn't load
 * in time, its tab stays, to be seen, and this rejects. It rejects too if no tab of the jar is open.
 */
export async function visit(url: string, jar: CookieJar): Promise<void> {
  const tab = await loadIn(undefined, url, jar)
  if (tab !== undefined) await browser.tabs.remove(tab)
}

/**
 * Loads a page in a tab, or without one in a new tab with the cookies of the jar, behind the one in front, waits until it is
 * loaded, and gives the tab. Rejects where it isn't in time, or no tab of the jar is open.
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
  // What goes wrong before the page is waited for is told by itself.
  loaded.catch(() => {})
  if (tab === undefined) id = (await createIn(jar, url)).id
  else await browser.tabs.update(tab, { url })
  await loaded
  return id
}

/** Firefox puts a new tab into its opener's container, without a permission; other browsers into the window's jar. */
async function createIn(jar: CookieJar, url: string): Promise<{ readonly id?: number | undefined }> {
  const tabs = await browser.tabs.query({})
  const opener = tabs.findLast(tab => isSameJar(jarOfTab(tab), jar))
  const { id, windowId } = opener ?? {}
  if (id !== undefined && windowId !== undefined)
    return browser.tabs.create({ url, active: false, openerTabId: id, windowId })
  // With the last tab of a private window its sessions are gone.
  if (isApart(jar)) throw new Error(message('tabNoContainer'))
  return browser.tabs.create({ url, active: false })
}
