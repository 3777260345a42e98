import type { Runtime } from 'webextension-polyfill'
import { browser } from './api'

/**
 * Calls `answer` with each message of another extension and that extension's id, and sends back what it gives. The
 * id is the browser's word. It is undefined where the message comes from a content script: that has its extension's
 * id too, but shares a process with a web page, which may have got hold of it. `answer` never rejects.
 */
export function onExternalMessage(
  answer: (message: unknown, sender: string | undefined) => Promise<unknown>,
): void {
  browser.runtime.onMessageExternal.addListener(
    (message: unknown, sender: Runtime.MessageSender, respond) => {
      answer(message, isOfExtension(sender.url) ? sender.id : undefined).then(respond)
      // Chromium keeps the channel open for this alone.
      return true
    },
  )
}

/** What other extensions address this one by. */
export function ownId(): string {
  return browser.runtime.id
}

function isOfExtension(url: string | undefined): boolean {
  return url !== undefined && /^(?:chrome|moz)-extension:\/\//.test(url)
}
