import { browser } from './api'
import { fieldsOfRequest, onOwnMessage, sendToBackground } from './messaging'

/** A request of the extension's pages about a tab. */
export type TabRequest = 'look-in-portal' | 'continue-in-portal' | 'look-again-in-portal' | 'stop-in-portal'

/** Sends a request about a tab to the background script. Resolves when it is done, and rejects if it fails. */
export function askAbout(request: TabRequest, tab: number): Promise<void> {
  return sendToBackground({ request, tab })
}

/** Calls `answer` with the tab for each such request of the extension's own pages, and for no others. */
export function onTabRequest(request: TabRequest, answer: (tab: number) => Promise<void>): void {
  onOwnMessage(message => {
    const tab = fieldsOfRequest(message, request)?.tab
    return typeof tab === 'number' ? () => answer(tab) : undefined
  })
}

/** Returns the address of a tab, undefined if the browser doesn't say it. */
export async function addressOfTab(id: number): Promise<string | undefined> {
  return (await browser.tabs.get(id)).url || undefined
}
