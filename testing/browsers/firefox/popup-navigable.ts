import type { BrowserElement, NavigableManager } from './privileged'
import type { ContextId, Session } from './session'

declare const ChromeUtils: { importESModule(url: string): { readonly NavigableManager: NavigableManager } }

/**
 * Makes WebDriver BiDi find the popup by its id. Firefox doesn't list the popups of extensions as browsing contexts.
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1755014
 */
export async function makePopupsNavigable(session: Session): Promise<void> {
  await session.inWindow(() => {
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    const { NavigableManager: manager } = ChromeUtils.importESModule(url)
    const findTab = manager.getBrowserById.bind(manager)
    manager.getBrowserById = id => {
      const popups = document.querySelectorAll<BrowserElement>('browser.webextension-popup-browser')
      return findTab(id) ?? [...popups].find(popup => manager.getIdForBrowser(popup) === id) ?? null
    }
  })
}

/** Returns the context of the open popup once its page has loaded, or null if none is open. */
export function findPopup(session: Session): Promise<ContextId | null> {
  return session.inWindow(() => {
    const popups = document.querySelectorAll<BrowserElement>('browser.webextension-popup-browser')
    const open = [...popups].find(popup => popup.closest('panel[panelopen]'))
    const address = open?.browsingContext?.currentWindowGlobal?.documentURI.spec
    if (!open || !address?.startsWith('moz-extension:')) return null
    // The manager knows tabs by this key, which popups lack.
    open.permanentKey ??= {}
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    return ChromeUtils.importESModule(url).NavigableManager.getIdForBrowser(open)
  })
}
