import type { Browser, Target } from 'puppeteer-core'
import { waitFor } from '../wait'
import type { Background } from './background'
import { evaluateText } from './evaluate'

interface ExtensionTab {
  readonly id: number
  readonly index: number
  readonly windowId: number
  readonly active: boolean
}

/**
 * Returns the tabs in strip order. Neither Puppeteer nor the DevTools protocol knows the order or the active tab, so
 * this asks the extension's own `tabs.query`. That gives ids but no URLs. Ids ascend in the order in which tabs were
 * created, and so do Puppeteer's targets. `anyFile` is the URL of a file of the extension's.
 */
export async function orderTabs(
  browser: Browser,
  background: Background,
  anyFile: string,
  isTab: (target: Target) => boolean,
): Promise<readonly { readonly target: Target; readonly active: boolean }[]> {
  return waitFor('the list of tabs', async () => {
    const json =
      (await background.evaluateIfRunning(query)) ?? (await evaluateHidden(browser, anyFile, query))
    const tabs = (JSON.parse(json) as ExtensionTab[]).sort((a, b) => a.id - b.id)
    const targets = browser.targets().filter(isTab)
    // A tab that has just opened or closed is known to one of them only.
    if (targets.length !== tabs.length) {
      throw new Error(
        `of ${tabs.length} tabs Puppeteer lists ${targets.map(target => target.url()).join(', ')}`,
      )
    }
    return targets
      .flatMap((target, place) => {
        const tab = tabs[place]
        return tab ? [{ target, ...tab }] : []
      })
      .sort((a, b) => a.windowId - b.windowId || a.index - b.index)
  })
}

const query = 'chrome.tabs.query({}).then(tabs => JSON.stringify(tabs))'

/**
 * Evaluates in an extension page that isn't a tab, which Chromium calls a hidden target. It doesn't start the background
 * script.
 */
async function evaluateHidden(browser: Browser, url: string, expression: string): Promise<string> {
  // Chromium closes the hidden target with the session that created it.
  const session = await browser.target().createCDPSession()
  const known = new Set(browser.targets())
  await session.send('Target.createTarget', { url, hidden: true })
  const hidden = await browser.waitForTarget(target => target.url() === url && !known.has(target))
  try {
    return await evaluateText(await hidden.createCDPSession(), expression)
  } finally {
    await session.detach()
    // Otherwise it would count as a tab.
    await waitFor('the hidden page to close', async () => !browser.targets().includes(hidden))
  }
}
