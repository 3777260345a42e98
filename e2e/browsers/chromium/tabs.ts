import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { waitFor } from '../wait'

interface ExtensionTab {
  readonly id: number
  readonly index: number
  readonly windowId: number
  readonly active: boolean
}

/** How long a page that was asked for the tabs is kept for the next question, in milliseconds. */
const keptMs = 300

/**
 * The tabs in strip order. Neither Playwright nor the DevTools protocol know order or activeness, so the extension's
 * own `tabs.query` is asked. It tells no URLs, but ids, which ascend in the order in which tabs came to be; so do
 * Playwright's pages.
 */
export class Tabs {
  readonly #context: BrowserContext
  readonly #browser: CDPSession
  readonly #url: string
  /** A page that is no tab, which Chromium calls a hidden target. To open one for each of a wait's questions takes most of its time. */
  #asked: Promise<{ readonly page: Page; readonly cdp: CDPSession }> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined

  /** `url` is that of a file of the extension's that has no script. */
  constructor(context: BrowserContext, browser: CDPSession, url: string) {
    this.#context = context
    this.#browser = browser
    this.#url = url
  }

  /** Takes whether a page is a tab, of those that aren't the one that is asked here. */
  async inOrder(
    isTab: (page: Page) => boolean,
  ): Promise<readonly { readonly page: Page; readonly active: boolean }[]> {
    return waitFor('the list of tabs', async () => {
      clearTimeout(this.#closing)
      try {
        this.#asked ??= this.#open()
        const { page: asked, cdp } = await this.#asked
        const { result } = await cdp.send('Runtime.evaluate', {
          expression: 'chrome.tabs.query({}).then(tabs => JSON.stringify(tabs))',
          awaitPromise: true,
        })
        const tabs: ExtensionTab[] = JSON.parse(String(result.value))
        const pages = this.#context.pages().filter(page => page !== asked && isTab(page))
        if (pages.length !== tabs.length) return undefined
        return order(pages, tabs)
      } catch (error) {
        // It ends with the extension, as by an update.
        await this.close()
        throw error
      } finally {
        this.#closing = setTimeout(() => this.close(), keptMs).unref()
      }
    })
  }

  /** Closes the page that is asked here, if it is still kept. */
  async close(): Promise<void> {
    clearTimeout(this.#closing)
    const asked = this.#asked
    this.#asked = undefined
    await asked?.then(({ page }) => page.close()).catch(() => {})
  }

  async #open(): Promise<{ readonly page: Page; readonly cdp: CDPSession }> {
    const opened = this.#context.waitForEvent('page', page => page.url() === this.#url)
    await this.#browser.send('Target.createTarget', { url: this.#url, hidden: true })
    const page = await opened
    return { page, cdp: await this.#context.newCDPSession(page) }
  }
}

function order(pages: readonly Page[], tabs: readonly ExtensionTab[]) {
  const byAge = [...tabs].sort((a, b) => a.id - b.id)
  return pages
    .flatMap((page, index) => {
      const tab = byAge[index]
      return tab ? [{ page, ...tab }] : []
    })
    .sort((a, b) => a.windowId - b.windowId || a.index - b.index)
}
