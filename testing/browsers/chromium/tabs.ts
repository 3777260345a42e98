import type { Browser, CDPSession, Target } from 'puppeteer-core'
import { waitFor } from '../wait'
import { evaluateExpression } from './evaluate-expression'

/** An empty page that stays. */
const keptUrl = 'data:text/html,kept'

interface ExtensionTab {
  readonly id: number
  readonly index: number
  readonly windowId: number
  readonly active: boolean
}

/**
 * Knows the order of the tabs. Neither Puppeteer nor the DevTools protocol knows the order or the active tab, so this
 * asks the extension's own `tabs.query`, in a page that Chromium calls a hidden target. That gives ids but no URLs. Ids
 * ascend in the order in which tabs were created, and so do Puppeteer's targets.
 */
export class TabStrip {
  readonly #browser: Browser
  readonly #session: CDPSession
  readonly #url: string
  /** What Chromium didn't call a page when it appeared: popups and hidden targets. Popups are called pages later. */
  readonly #others = new WeakSet<Target>()
  #asker: CDPSession | undefined

  /**
   * `session` is the browser's own. `url` is the address of this class's own page, one of the extension's files that does
   * nothing.
   */
  constructor(browser: Browser, session: CDPSession, url: string) {
    this.#browser = browser
    this.#session = session
    this.#url = url
    browser.on('targetcreated', target => target.type() === 'other' && this.#others.add(target))
  }

  isTab(target: Target): boolean {
    return target.type() === 'page' && !this.#others.has(target)
  }

  /** Whether this is the URL of a page that isn't a tab, although Chromium calls it one. */
  isHidden(url: string): boolean {
    return url === keptUrl || url === this.#url
  }

  /** Opens a page that no test sees, whose process serves all console pages. Starting a process takes longer than a page. */
  async keepProcess(): Promise<void> {
    await this.#session.send('Target.createTarget', { url: keptUrl, hidden: true })
  }

  /** The tabs in the order in which they were created. */
  targets(): readonly Target[] {
    return this.#browser.targets().filter(target => this.isTab(target))
  }

  /** Returns the tabs in strip order. */
  order(): Promise<readonly { readonly target: Target; readonly active: boolean }[]> {
    return waitFor('the list of tabs', async () => {
      const tabs = [...(await this.#query())].sort((a, b) => a.id - b.id)
      const targets = this.targets()
      if (targets.length !== tabs.length) return undefined
      return targets
        .flatMap((target, index) => {
          const tab = tabs[index]
          return tab ? [{ target, ...tab }] : []
        })
        .sort((a, b) => a.windowId - b.windowId || a.index - b.index)
    })
  }

  async #query(): Promise<readonly ExtensionTab[]> {
    this.#asker ??= await this.#open()
    const question = 'chrome.tabs.query({}).then(tabs => JSON.stringify(tabs))'
    const answer = await evaluateExpression(this.#asker, question).catch(() => undefined)
    if (answer !== undefined) return JSON.parse(answer)
    // An update of the extension leaves the page without an extension, or closes it.
    await this.#asker.send('Page.close').catch(() => {})
    this.#asker = undefined
    throw new Error('the page that asks has no extension')
  }

  async #open(): Promise<CDPSession> {
    await this.#session.send('Target.createTarget', { url: this.#url, hidden: true })
    const page = await this.#browser.waitForTarget(target => target.url() === this.#url)
    return page.createCDPSession()
  }
}
