import { waitFor } from '../wait'
import type { TabElement } from './privileged'
import type { Session } from './session'

declare const ChromeUtils: {
  importESModule(url: string): {
    readonly SessionStore: {
      readonly canRestoreLastSession: boolean
      restoreLastSession(): void
    }
    readonly SessionSaver: { run(): Promise<void> }
    readonly TabStateFlusher: { flushWindow(window: Window): Promise<void> }
  }
}

declare const gBrowser: { readonly tabs: readonly TabElement[] }

/**
 * Makes Firefox save which tabs are open. By itself it does so only every 15 seconds, and not always when it's closed.
 */
export async function saveTabs(session: Session): Promise<void> {
  await session.inWindow(async () => {
    const folder = 'resource:///modules/sessionstore'
    const { TabStateFlusher } = ChromeUtils.importESModule(`${folder}/TabStateFlusher.sys.mjs`)
    const { SessionSaver } = ChromeUtils.importESModule(`${folder}/SessionSaver.sys.mjs`)
    await TabStateFlusher.flushWindow(window)
    await SessionSaver.run()
  })
}

/**
 * Opens the tabs that were open when the profile's Firefox was last closed, as its menu does, and waits until the
 * active one is loaded.
 */
export async function restoreTabs(session: Session): Promise<void> {
  await waitFor('tabs to restore', () =>
    session.inWindow(() => {
      const { SessionStore } = ChromeUtils.importESModule(
        'resource:///modules/sessionstore/SessionStore.sys.mjs',
      )
      if (!SessionStore.canRestoreLastSession) return undefined
      SessionStore.restoreLastSession()
      return true
    }),
  )
  await waitFor('the restored tab in front', () =>
    session.inWindow(() =>
      gBrowser.tabs.some(
        ({ selected, linkedBrowser: { currentURI, webProgress } }) =>
          selected && currentURI.spec !== 'about:blank' && !webProgress.isLoadingDocument,
      ),
    ),
  )
}
