import type { Driver } from '../browsers/driver'

/** What the extension's content scripts can read from a storage area, as text, or how the browser refuses. */
export type Read = { readonly text: string } | { readonly refused: string } | { readonly missing: true }

export const areas = ['local', 'sync', 'session', 'managed'] as const

type Area = (typeof areas)[number]

/**
 * Reads all storage areas in the world of the extension's content scripts, in the tab with the URL, as a page could
 * that has taken over its own process.
 */
export function readInContentWorld(driver: Driver, url: string): Promise<Readonly<Record<Area, Read>>> {
  return driver.evaluateInBackground(
    async (url, areas) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(query: object): Promise<readonly { readonly id: number; readonly url?: string }[]> }
          scripting: {
            executeScript(injection: object): Promise<readonly { readonly result: unknown }[]>
          }
        }
      }
      const tab = (await chrome.tabs.query({})).find(tab => tab.url === url)
      if (!tab) throw new Error(`No tab shows ${url}.`)
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab.id },
        args: [areas],
        func: async (areas: readonly string[]) => {
          const { chrome } = globalThis as unknown as {
            chrome: { storage?: Record<string, { get(key: null): Promise<object> } | undefined> }
          }
          const read = async (name: string) => {
            const area = chrome.storage?.[name]
            if (!area) return [name, { missing: true }]
            try {
              return [name, { text: JSON.stringify(await area.get(null)) }]
            } catch (error) {
              return [name, { refused: String(error) }]
            }
          }
          return Object.fromEntries(await Promise.all(areas.map(read)))
        },
      })
      return answer?.result as Readonly<Record<Area, Read>>
    },
    url,
    areas,
  )
}
