import { browser } from './api'

/** Registers a script of the extension's, which runs in the top frame of each page of the patterns from now on, also after the browser's next start. Rejects where the browser does, as where it is registered. */
export async function registerScript(id: string, file: string, patterns: readonly string[]): Promise<void> {
  await browser.scripting.registerContentScripts([
    { id, js: [file], matches: [...patterns], runAt: 'document_idle', persistAcrossSessions: true },
  ])
}

/** Whether the script is registered. Rejects where the browser does. */
export async function isRegistered(id: string): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0
}

/** Takes the script back; it goes on in pages that are open. Rejects where the browser does, as where it isn't registered. */
export async function unregisterScript(id: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [id] })
}

/** Runs the script in the pages of the patterns that are open already. One that can't be reached goes without. */
export async function runInOpenPages(file: string, patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] })
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined ? undefined : browser.scripting.executeScript({ target: { tabId }, files: [file] }),
    ),
  )
}
