import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { waitFor } from '../wait'

/** An empty page that stays. */
const keptUrl = 'data:text/html,kept'

interface ExtensionTab {
  readonly id: number
  readonly index: number
  readonly windowId: number
  readonly active: boolean
}

/**
 * Knows the order of the tabs. Neither Playwright nor the DevTools protocol knows the order or the active tab, so this
 * asks the extension's own `tabs.query`, in a page that Chromium calls a hidden target. That gives ids but no URLs. Ids
 * ascend in the order in which tabs were created, and so do Playwright's pages.
 */
export class TabStrip {
  readonly #context: BrowserContext
  readonly #browser: CDPSession
  readonly #url: string
  #asker: { readonly page: Page; readonly cdp: CDPSession } | undefined

  /** `url` is the address of its own page, one of the extension's files that does nothing. */
  constructor(context: BrowserContext, browser: CDPSession, url: string) {
    this.#context = context
    this.#browser = browser
    this.#url = url
  }

  /** Whether this is the URL of a page that isn't a tab, although Chromium calls it one. */
  isHidden(url: string): boolean {
    return url === keptUrl || url === this.#url
  }

  /** Opens a page that no test sees, whose process serves all console pages. Starting a process takes longer than a page. */
  async keepProcess(): Promise<void> {
    await this.#browser.send('Target.createTarget', { url: keptUrl, hidden: true })
  }

  /** Returns the tabs in strip order. `isTab` leaves out the popups. */
  order(
    isTab: (page: Page) => boolean,
  ): Promise<readonly { readonly page: Page; readonly active: boolean }[]> {
    return waitFor('the list of tabs', async () => {
      const tabs = [...(await this.#query())].sort((a, b) => a.id - b.id)
      const pages = this.#context.pages().filter(page => isTab(page) && !this.isHidden(page.url()))
      if (pages.length !== tabs.length) return undefined
      return pages
        .flatMap((page, index) => {
          const tab = tabs[index]
          return tab ? [{ page, ...tab }] : []
        })
        .sort((a, b) => a.windowId - b.windowId || a.index - b.index)
    })
  }

  async #query(): Promise<readonly ExtensionTab[]> {
    this.#asker ??= await this.#open()
    const { page, cdp } = this.#asker
    const question = {
      expression: 'chrome.tabs.query({}).then(tabs => JSON.stringify(tabs))',
      awaitPromise: true,
    }
    const answer = await cdp.send('Runtime.evaluate', question).catch(() => undefined)
    if (typeof answer?.result.value === 'string') return JSON.parse(answer.result.value)
    // An update of the extension leaves the page without an extension, or closes it.
    this.#asker = undefined
    await page.close()
    throw new Error('the page that asks has no extension')
  }

  async #open() {
    const opened = this.#context.waitForEvent('page', page => page.url() === this.#url)
    await this.#browser.send('Target.createTarget', { url: this.#url, hidden: true })
    const page = await opened
    return { page, cdp: await this.#context.newCDPSession(page) }
  }
}
