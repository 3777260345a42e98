import type { Runtime } from 'webextension-polyfill'
import { errorText } from '../lib/error-text'
import { browser } from './api'
import { isOwnPage } from './messaging'

/** A request of the extension's pages that carries data. */
export type DataRequest = 'log-switch' | 'log-end'

/** The outcome of a request; `failed` is the reason for a failure. */
interface Answer {
  readonly failed?: string
}

/**
 * Sends data to the background script, which the browser starts if necessary. Resolves when it has been dealt with, and
 * rejects if that fails.
 */
export async function askWith(request: DataRequest, data: object): Promise<void> {
  const answer = (await browser.runtime.sendMessage({ request, data })) as Answer | undefined
  if (answer?.failed !== undefined) throw new Error(answer.failed)
}

/** Calls `answer` with the data of each such request of the extension's own pages, and of no others. */
export function onDataRequest(request: DataRequest, answer: (data: unknown) => Promise<void>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: Answer) => void) => {
    const asked = (typeof message === 'object' ? message : undefined) as
      | { readonly request?: unknown; readonly data?: unknown }
      | null
      | undefined
    if (!isOwnPage(sender) || asked?.request !== request) return undefined
    answer(asked.data).then(
      () => respond({}),
      (error: unknown) => respond({ failed: errorText(error) }),
    )
    // Chromium only keeps the channel open for `true`; it ignores a promise.
    return true
  }
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}
