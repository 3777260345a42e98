import type { Runtime } from 'webextension-polyfill'
import { errorText } from '../lib/error-text'
import { browser } from './api'
import { isOwnPage } from './messaging'

/** A request of the extension's pages about a tab. */
export type TabRequest = 'look-in-portal' | 'continue-in-portal' | 'look-again-in-portal' | 'stop-in-portal'

/** The outcome of a request; `failed` is the reason for a failure. */
interface Answer {
  readonly failed?: string
}

/**
 * Sends a request about a tab to the background script, which the browser starts if necessary. Resolves when it is done, and
 * rejects if it fails.
 */
export async function askAbout(request: TabRequest, tab: number): Promise<void> {
  const answer = (await browser.runtime.sendMessage({ request, tab })) as Answer | undefined
  if (answer?.failed !== undefined) throw new Error(answer.failed)
}

/** Calls `answer` with the tab for each such request of the extension's own pages, and for no others. */
export function onTabRequest(request: TabRequest, answer: (tab: number) => Promise<void>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: Answer) => void) => {
    const asked = (typeof message === 'object' ? message : undefined) as
      | { readonly request?: unknown; readonly tab?: unknown }
      | null
      | undefined
    const tab = asked?.tab
    if (!isOwnPage(sender) || asked?.request !== request || typeof tab !== 'number') return undefined
    answer(tab).then(
      () => respond({}),
      (error: unknown) => respond({ failed: errorText(error) }),
    )
    // Chromium only keeps the channel open for `true`; it ignores a promise.
    return true
  }
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}

/** Returns the address of a tab, undefined if the browser doesn't say it. */
export async function addressOfTab(id: number): Promise<string | undefined> {
  return (await browser.tabs.get(id)).url || undefined
}
