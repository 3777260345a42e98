import browser from 'webextension-polyfill'

/** What the extension's pages ask of its background script. */
export type Request = 'synchronise' | 'refresh-team'

/** Asks the background script, which the browser starts where it isn't running. Resolves when it is done. */
export async function ask(request: Request): Promise<void> {
  await browser.runtime.sendMessage(request)
}

/** Calls `answer` with each request of the extension's own pages, and of nobody else. */
export function onRequest(request: Request, answer: () => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
    // Content scripts have the extension's id too, but not its address.
    const ours = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(''))
    return ours && message === request ? answer() : undefined
  })
}
