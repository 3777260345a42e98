import { browser } from './api'

/**
 * Registers one of the extension's scripts to run in the top frame of every page that matches the patterns, also after a
 * browser restart. Rejects if it is already registered.
 */
export async function registerScript(id: string, file: string, patterns: readonly string[]): Promise<void> {
  await browser.scripting.registerContentScripts([
    { id, js: [file], matches: [...patterns], runAt: 'document_idle', persistAcrossSessions: true },
  ])
}

export async function isRegistered(id: string): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0
}

/** Unregisters the script; it keeps running in open pages. Rejects if it isn't registered. */
export async function unregisterScript(id: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [id] })
}

/** Runs the script in open pages that match the patterns. Skips pages it can't reach. */
export async function runInOpenPages(file: string, patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] })
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined ? undefined : browser.scripting.executeScript({ target: { tabId }, files: [file] }),
    ),
  )
}
