import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { waitFor } from '../wait'

interface ExtensionTab {
  readonly id: number
  readonly index: number
  readonly windowId: number
  readonly active: boolean
}

/**
 * Returns the tabs in strip order. Neither Playwright nor the DevTools protocol knows the order or the active tab, so
 * this asks the extension's own `tabs.query`. That gives ids but no URLs. Ids ascend in the order in which tabs were
 * created, and so do Playwright's pages.
 */
export async function orderTabs(
  context: BrowserContext,
  browser: CDPSession,
  anyExtensionUrl: string,
  isTab: (page: Page) => boolean,
): Promise<readonly { readonly page: Page; readonly active: boolean }[]> {
  return waitFor('the list of tabs', async () => {
    const tabs = [...(await queryTabs(context, browser, anyExtensionUrl))].sort((a, b) => a.id - b.id)
    const pages = context.pages().filter(isTab)
    if (pages.length !== tabs.length) return undefined
    return pages
      .flatMap((page, index) => {
        const tab = tabs[index]
        return tab ? [{ page, ...tab }] : []
      })
      .sort((a, b) => a.windowId - b.windowId || a.index - b.index)
  })
}

/** Evaluates in an extension page that isn't a tab, which Chromium calls a hidden target. */
async function queryTabs(
  context: BrowserContext,
  browser: CDPSession,
  url: string,
): Promise<readonly ExtensionTab[]> {
  const opened = context.waitForEvent('page', page => page.url() === url)
  await browser.send('Target.createTarget', { url, hidden: true })
  const page = await opened
  try {
    const cdp = await context.newCDPSession(page)
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: 'chrome.tabs.query({}).then(tabs => JSON.stringify(tabs))',
      awaitPromise: true,
    })
    return JSON.parse(String(result.value))
  } finally {
    await page.close()
  }
}
