import type { MarkMessage } from '../../src/marks/answer-pages'
import type { Driver, Surface } from '../browsers/driver'

/**
 * Returns what the background script answers a console page's content script, which draws it out of reach of the page and of
 * tests. Asks in the script's own world.
 */
export async function markOf(driver: Driver, page: Surface): Promise<MarkMessage | undefined> {
  const answer = await driver.evaluateInBackground(
    async url => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: {
            query(query: object): Promise<readonly { id: number; active: boolean; url?: string }[]>
          }
          scripting: {
            executeScript(injection: object): Promise<readonly { readonly result: unknown }[]>
          }
        }
      }
      // Several tabs may show the same page.
      const [tab] = (await chrome.tabs.query({}))
        .filter(tab => tab.url === url)
        .sort((one, other) => Number(other.active) - Number(one.active))
      if (!tab) throw new Error(`No tab shows ${url}.`)
      const [injection] = await chrome.scripting.executeScript({
        target: { tabId: tab.id },
        func: () => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: string): Promise<unknown> } }
          }
          return chrome.runtime.sendMessage('mark')
        },
      })
      return JSON.stringify(injection?.result ?? null)
    },
    await page.url(),
  )
  return (JSON.parse(answer) as MarkMessage | null) ?? undefined
}

/** Returns the words of a page's label. What is left of a session is `…` while it is counted down in the page. */
export async function labelOf(driver: Driver, page: Surface): Promise<string | undefined> {
  const label = (await markOf(driver, page))?.frame?.label
  if (!label) return undefined
  const { alert, name, details, wrongRegion, left, asks } = label
  const words = [alert, name, ...details, wrongRegion, typeof left === 'object' ? '…' : left, asks]
  // The values in sentences are isolated.
  return words
    .filter(word => word !== undefined)
    .join(' · ')
    .replace(/[\u2066-\u2069]/g, '')
}
