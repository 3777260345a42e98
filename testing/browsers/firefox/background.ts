import type { ExtensionPolicy, NavigableManager } from './privileged'
import type { ContextId, Session } from './session'

declare const ChromeUtils: { importESModule(url: string): { readonly NavigableManager: NavigableManager } }
declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }

/**
 * Makes WebDriver BiDi find the extension's background page by its id. The hidden page that runs background scripts
 * isn't one of its browsing contexts. Neither are popups.
 */
export async function makeBackgroundNavigable(session: Session, extensionId: string): Promise<void> {
  await session.inWindow(extensionId => {
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    const { NavigableManager: manager } = ChromeUtils.importESModule(url)
    const findOther = manager.getBrowserById.bind(manager)
    manager.getBrowserById = id => {
      const { views } = WebExtensionPolicy.getByID(extensionId).extension
      const pages = [...views].flatMap(view => (view.viewType === 'background' ? [view.xulBrowser] : []))
      return findOther(id) ?? pages.find(page => manager.getIdForBrowser(page) === id) ?? null
    }
  }, extensionId)
}

/** Returns the context of the extension's background page. Starts the page if it isn't running. */
export function wakeBackground(session: Session, extensionId: string): Promise<ContextId> {
  return session.inWindow(async extensionId => {
    const { extension } = WebExtensionPolicy.getByID(extensionId)
    await extension.wakeupBackground()
    const page = [...extension.views].find(({ viewType }) => viewType === 'background')?.xulBrowser
    if (!page) throw new Error('The background page didn’t start.')
    // The manager knows tabs by this key, which the background page lacks.
    page.permanentKey ??= {}
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    return ChromeUtils.importESModule(url).NavigableManager.getIdForBrowser(page) ?? ''
  }, extensionId)
}

/** Stops the background page at once, as Firefox does if it's idle. Its next event starts it again. */
export async function stopBackground(session: Session, extensionId: string): Promise<void> {
  await session.inWindow(async extensionId => {
    const { extension } = WebExtensionPolicy.getByID(extensionId)
    const isStopped = () => extension.backgroundState === 'stopped'
    if (isStopped()) return
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
    if (!isStopped()) throw new Error('The background page didn’t stop.')
  }, extensionId)
}
