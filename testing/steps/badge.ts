import type { Driver, Surface } from '../browsers/driver'

/** Returns the toolbar button's badge for the tab, by default for the active one. */
export async function badge(
  driver: Driver,
  page?: Surface,
): Promise<{ readonly text: string; readonly color: string; readonly title: string }> {
  return driver.evaluateInBackground(
    async url => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(query: object): Promise<readonly { readonly id: number; readonly url?: string }[]> }
          action: {
            getTitle(tab: object): Promise<string>
            getBadgeText(tab: object): Promise<string>
            getBadgeBackgroundColor(tab: object): Promise<readonly number[]>
          }
        }
      }
      const tabs = await chrome.tabs.query(url === null ? { active: true } : {})
      const tab = tabs.find(tab => url === null || tab.url === url)
      const [title, text, color] = await Promise.all([
        chrome.action.getTitle({ tabId: tab?.id }),
        chrome.action.getBadgeText({ tabId: tab?.id }),
        chrome.action.getBadgeBackgroundColor({ tabId: tab?.id }),
      ])
      const digits = color.slice(0, 3).map(channel => channel.toString(16).padStart(2, '0'))
      return { title, text, color: digits.join('') }
    },
    (await page?.url()) ?? null,
  )
}
