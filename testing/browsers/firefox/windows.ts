import type { Media } from '../driver'
import { waitFor } from '../wait'
import type { BrowserElement, NavigableManager, TabElement } from './privileged'
import type { ContextId, Session } from './session'

declare const ChromeUtils: { importESModule(url: string): { readonly NavigableManager: NavigableManager } }
declare const gBrowser: {
  readonly tabs: readonly TabElement[]
  selectedTab: TabElement
  addTrustedTab(url: string, options: { readonly userContextId: number }): TabElement
}
declare function OpenBrowserWindow(options: { readonly private: boolean }): Window

export interface TabState {
  readonly context: ContextId
  readonly active: boolean
  readonly container: number
}

/** Returns the tabs in the order of the tab strip. */
export function listTabs(session: Session): Promise<readonly TabState[]> {
  return session.inWindow(() => {
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    const { NavigableManager: manager } = ChromeUtils.importESModule(url)
    return [...gBrowser.tabs].map(({ linkedBrowser, selected, userContextId }) => ({
      context: manager.getIdForBrowser(linkedBrowser) ?? '',
      active: selected,
      container: userContextId,
    }))
  })
}

/** Opens an empty tab of a container. */
export function openContainerTab(session: Session, container: number): Promise<ContextId> {
  return session.inWindow(userContextId => {
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    const { NavigableManager: manager } = ChromeUtils.importESModule(url)
    const { linkedBrowser } = gBrowser.addTrustedTab('about:blank', { userContextId })
    return manager.getIdForBrowser(linkedBrowser) ?? ''
  }, container)
}

/** Opens a private window, and returns a session whose window requests go to that window. */
export async function openPrivateWindow(session: Session): Promise<Session> {
  const known = new Set(await session.windows())
  await session.inWindow(() => void OpenBrowserWindow({ private: true }))
  const opened = await waitFor('the private window', async () =>
    (await session.windows()).find(window => !known.has(window)),
  )
  const inPrivate = session.ofWindow(opened)
  // The window first shows an empty page, which our navigation would mistake for the tab to use.
  await waitFor('the private window to load', () =>
    inPrivate.inWindow(() => {
      const { currentURI, webProgress } = gBrowser.selectedTab.linkedBrowser
      return currentURI.spec === 'about:privatebrowsing' && !webProgress.isLoadingDocument
    }),
  )
  return inPrivate
}

/** Makes a tab the active one and focuses its page. In a new tab the address bar has the focus. */
export async function activateTab(session: Session, context: ContextId): Promise<void> {
  await session.inWindow(context => {
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    const browser = ChromeUtils.importESModule(url).NavigableManager.getBrowserById(context)
    const tab = [...gBrowser.tabs].find(({ linkedBrowser }) => linkedBrowser === browser)
    if (!tab) throw new Error('The tab is closed.')
    gBrowser.selectedTab = tab
    tab.linkedBrowser.focus()
  }, context)
}

export interface PageState {
  readonly url: string
  readonly title: string
}

/** Returns the browser's view of a tab or popup, or null if it's closed. */
export function readPageState(session: Session, context: ContextId): Promise<PageState | null> {
  return session.inWindow(context => {
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    const browser = ChromeUtils.importESModule(url).NavigableManager.getBrowserById(context)
    // A closed popup stays in the document for a moment.
    if (!browser || (browser.closest('panel') && !browser.closest('panel[panelopen]'))) return null
    return { url: browser.currentURI.spec, title: browser.contentTitle }
  }, context)
}

/** Overrides media features of one tab or popup. WebDriver BiDi of Firefox 153 has no command for it. */
export async function emulateMedia(session: Session, context: ContextId, media: Media): Promise<void> {
  await session.inWindow(
    (context, { colorScheme, forcedColors, reducedMotion }) => {
      const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
      const browser: BrowserElement | null =
        ChromeUtils.importESModule(url).NavigableManager.getBrowserById(context)
      const page = browser?.browsingContext
      if (!page) throw new Error('The tab or popup is closed.')
      if (colorScheme) page.prefersColorSchemeOverride = colorScheme
      if (forcedColors) page.forcedColorsOverride = forcedColors
      if (reducedMotion) page.prefersReducedMotionOverride = reducedMotion
    },
    context,
    media,
  )
}
