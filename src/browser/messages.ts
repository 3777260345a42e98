import type { Runtime } from 'webextension-polyfill'
import { browser } from './api'
import { errorText } from './error-text'

/** What the extension's pages ask of its background script. */
export type Request = 'synchronise' | 'refresh-team'

/** How a request ended; `failed` is why it could not be done. */
interface Answer {
  readonly failed?: string
}

/**
 * Asks the background script, which the browser starts where it isn't running. Resolves when it is done, and rejects
 * where it could not be.
 */
export async function ask(request: Request): Promise<void> {
  const answer = (await browser.runtime.sendMessage(request)) as Answer | undefined
  if (answer?.failed !== undefined) throw new Error(answer.failed)
}

/** Calls `answer` with each request of the extension's own pages, and of nobody else. */
export function onRequest(request: Request, answer: () => Promise<void>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: Answer) => void) => {
    // Content scripts have the extension's id too, but not its address.
    const ours = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(''))
    if (!ours || message !== request) return undefined
    answer().then(
      () => respond({}),
      (error: unknown) => respond({ failed: errorText(error) }),
    )
    // Chromium keeps the channel open for this alone: a promise it takes for no answer.
    return true
  }
  // The types know of no listener that answers some messages only.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}
