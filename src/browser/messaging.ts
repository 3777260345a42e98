import type { Runtime } from 'webextension-polyfill'
import type { CookieJar } from '../lib/cookie-jar'
import { errorText } from '../lib/error-text'
import { browser } from './api'
import { jarOfTab } from './tabs'

/** A request from the extension's pages to its background script. */
export type Request = 'synchronize' | 'refresh-team'

/** The outcome of a request; `failed` is the reason for a failure. */
interface Answer {
  readonly failed?: string
}

/** Sends a request to the background script. Resolves when it is done, and rejects if it fails. */
export function ask(request: Request): Promise<void> {
  return sendToBackground(request)
}

/**
 * Sends a message to the background script, which the browser starts if necessary. Resolves when it has been dealt with, and
 * rejects if that fails.
 */
async function sendToBackground(message: unknown): Promise<void> {
  const answer = (await browser.runtime.sendMessage(message)) as Answer | undefined
  if (answer?.failed !== undefined) throw new Error(answer.failed)
}

/** A console page whose content script sent a request. */
export interface AskingPage extends CookieJar {
  readonly tab: number
  readonly url: string
}

/** The request that a page's content script sends to the background script. */
const pageRequest = 'mark'
/** The background script's message that makes content scripts send their request again. */
const askAgain = 'mark-again'

/** Answers requests of the extension's own content script in the top frame of a page, and no others. */
export function onPageRequest(answer: (page: AskingPage) => Promise<unknown>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const { id, tab, frameId, url } = sender
    const isOurs = id === browser.runtime.id && frameId === 0 && message === pageRequest
    if (!isOurs || tab?.id === undefined || url === undefined) return undefined
    // A page is left unmarked if there is no answer.
    answer({ tab: tab.id, url, ...jarOfTab(tab) }).then(respond, () => respond(undefined))
    return true
  }
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}

/** The message of the content script in a page whose address is a link to it in a role, once the page has loaded. */
const linkLoaded = 'link-loaded'

/** Calls `listener` with the tab and the address of each page that says so, in the top frame of a tab. */
export function onLinkLoaded(listener: (tab: number, url: string) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const { id, tab, frameId, url } = sender
    const isOurs = id === browser.runtime.id && frameId === 0 && message === linkLoaded
    if (isOurs && tab?.id !== undefined && url !== undefined) listener(tab.id, url)
    // The script waits for no answer.
    return undefined
  })
}

/** Makes the content scripts of all tabs send their request again. Tabs without one ignore it. */
export async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, askAgain)))
}

/** Whether a message comes from one of the extension's own pages. Content scripts have its id too, but not its address. */
export function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true
}

/** Calls `answer` for each request of the extension's own pages, and for no others. */
export function onRequest(request: Request, answer: () => Promise<void>): void {
  onOwnMessage(message => (message === request ? answer : undefined))
}

/** A request of the extension's pages that carries data. */
export type DataRequest = 'log-switch' | 'log-end'

/** Sends data to the background script. Resolves when it has been dealt with, and rejects if that fails. */
export function askWith(request: DataRequest, data: object): Promise<void> {
  return sendToBackground({ request, data })
}

/** Calls `answer` with the data of each such request of the extension's own pages, and of no others. */
export function onDataRequest(request: DataRequest, answer: (data: unknown) => Promise<void>): void {
  onOwnMessage(message => {
    const fields = fieldsOfRequest(message, request)
    return fields && (() => answer(fields.data))
  })
}

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

/**
 * Does the work that `workFor` returns for a message of the extension's own pages, and sends back how it ended. Leaves the
 * messages of others alone, and those for which there is no work here.
 */
function onOwnMessage(workFor: (message: unknown) => (() => Promise<void>) | undefined): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: Answer) => void) => {
    const work = isOwnPage(sender) ? workFor(message) : undefined
    if (!work) return undefined
    work().then(
      () => respond({}),
      (error: unknown) => respond({ failed: errorText(error) }),
    )
    // Chromium only keeps the channel open for `true`; it ignores a promise.
    return true
  }
  // The types don't cover a listener that answers only some messages.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}

/** Returns the fields of a message that is the request; undefined if it isn't. */
function fieldsOfRequest(message: unknown, request: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const fields = message as Readonly<Record<string, unknown>>
  return fields.request === request ? fields : undefined
}

/**
 * Calls `answer` with each message from another extension and that extension's id, which the browser vouches for, and sends
 * back the result. The id is undefined if the message comes from a content script: it has its extension's id too, but shares
 * a process with a web page, which may have taken it over. `answer` must never reject.
 */
export function onExternalMessage(
  answer: (message: unknown, sender: string | undefined) => Promise<unknown>,
): void {
  browser.runtime.onMessageExternal.addListener(
    (message: unknown, sender: Runtime.MessageSender, respond) => {
      answer(message, isOfExtension(sender.url) ? sender.id : undefined).then(respond)
      // Chromium only keeps the channel open for `true`.
      return true
    },
  )
}

/** Returns the id that other extensions use to address this one. */
export function ownId(): string {
  return browser.runtime.id
}

function isOfExtension(url: string | undefined): boolean {
  return url !== undefined && /^(?:chrome|moz)-extension:\/\//.test(url)
}
