import type { Runtime } from 'webextension-polyfill'
import type { CookieJar } from '../lib/cookie-jar'
import { errorText } from '../lib/error-text'
import { browser } from './api'
import { jarOfTab } from './tabs'

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

/** A console page whose content script asks. */
export interface AskingPage extends CookieJar {
  readonly tab: number
  readonly url: string
}

/** What a page's content script asks of the background script. */
const pageRequest = 'mark'
/** What the background script tells content scripts: to ask again. */
const askAgain = 'mark-again'

/** Answers each request of the extension's own content script in the top frame of a page, and of nobody else. */
export function onPageRequest(answer: (page: AskingPage) => Promise<unknown>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const { id, tab, frameId, url } = sender
    const isOurs = id === browser.runtime.id && frameId === 0 && message === pageRequest
    if (!isOurs || tab?.id === undefined || url === undefined) return undefined
    // What can't be told is not marked.
    answer({ tab: tab.id, url, ...jarOfTab(tab) }).then(respond, () => respond(undefined))
    return true
  }
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}

/** Has the content scripts of all tabs ask again. Tabs without one don't hear it. */
export async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, askAgain)))
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
