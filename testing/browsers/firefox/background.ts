import type { ExtensionPolicy, NavigableManager } from './privileged'
import type { ContextId, Session } from './session'

declare const ChromeUtils: { importESModule(url: string): { readonly NavigableManager: NavigableManager } }
declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }

/**
 * The hidden page that runs background scripts isn't a browsing context of WebDriver BiDi, and neither are popups. This one
 * patch makes Firefox find that of the extension by its id.
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

/** The context of the extension's background page, which is started where it isn't running. */
export function wakeBackground(session: Session, extensionId: string): Promise<ContextId> {
  return session.inWindow(async extensionId => {
    const { extension } = WebExtensionPolicy.getByID(extensionId)
    await extension.wakeupBackground()
    const page = [...extension.views].find(({ viewType }) => viewType === 'background')?.xulBrowser
    if (!page) throw new Error('The background page did not start.')
    // Tabs have such a key, by which the manager knows them; this page doesn't.
    page.permanentKey ??= {}
    const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
    return ChromeUtils.importESModule(url).NavigableManager.getIdForBrowser(page) ?? ''
  }, extensionId)
}

/** Does at once what Firefox does with a background page that was idle: its next event starts it again. */
export async function stopBackground(session: Session, extensionId: string): Promise<void> {
  await session.inWindow(async extensionId => {
    const { extension } = WebExtensionPolicy.getByID(extensionId)
    const isStopped = () => extension.backgroundState === 'stopped'
    if (isStopped()) return
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
    if (!isStopped()) throw new Error('The background page did not stop.')
  }, extensionId)
}
