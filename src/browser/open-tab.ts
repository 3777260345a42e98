import { browser } from './api'
import { message } from './message'
import type { Tab } from './tabs'

/** How long a page may take to load before it counts as not loaded, in milliseconds. */
const patience = 15_000

/** Opens a page in a new tab beside this one, behind it, and gives the new one's number. */
export async function openBeside(tab: Tab, url: string): Promise<number | undefined> {
  const { index, id, windowId } = tab
  return (await browser.tabs.create({ url, index: index + 1, openerTabId: id, windowId, active: false })).id
}

/** Opens a page in a window of its own, a private one where this tab is in one, behind this one, and gives the number of its tab. */
export async function openInWindow({ isPrivate }: Tab, url: string): Promise<number | undefined> {
  const window = await browser.windows.create({ url, incognito: isPrivate, focused: false })
  return window.tabs?.[0]?.id
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

/** Loads a page in a new tab behind the one in front, and closes it. Where the page doesn't load in time, its tab stays, to be seen, and this rejects. */
export async function visit(url: string): Promise<void> {
  const tab = await loadIn(undefined, url)
  if (tab !== undefined) await browser.tabs.remove(tab)
}

/**
 * Loads a page in a tab, or without one in a new tab behind the one in front, waits until it is loaded, and gives the tab.
 * Rejects where it isn't in time.
 */
export async function loadIn(tab: number | undefined, url: string): Promise<number | undefined> {
  let id = tab
  let timer: ReturnType<typeof setTimeout> | undefined
  const loaded = new Promise<void>((resolve, reject) => {
    const listener = (tabId: number, { status }: { status?: string }) => {
      if (tabId === id && status === 'complete') finish(resolve)
    }
    const finish = (end: () => void) => {
      browser.tabs.onUpdated.removeListener(listener)
      clearTimeout(timer)
      end()
    }
    timer = setTimeout(() => finish(() => reject(new Error(message('tabNotLoaded')))), patience)
    browser.tabs.onUpdated.addListener(listener)
  })
  // What goes wrong before the page is waited for is told by itself.
  loaded.catch(() => {})
  if (tab === undefined) id = (await browser.tabs.create({ url, active: false })).id
  else await browser.tabs.update(tab, { url })
  await loaded
  return id
}
