import type { Driver } from '../browsers/driver'

/** Returns the toolbar button's badge for the active tab. */
export function badge(
  driver: Driver,
): Promise<{ readonly text: string; readonly color: string; readonly title: string }> {
  return driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(query: object): Promise<readonly { readonly id: number }[]> }
        action: {
          getTitle(tab: object): Promise<string>
          getBadgeText(tab: object): Promise<string>
          getBadgeBackgroundColor(tab: object): Promise<readonly number[]>
        }
      }
    }
    const [tab] = await chrome.tabs.query({ active: true })
    const [title, text, color] = await Promise.all([
      chrome.action.getTitle({ tabId: tab?.id }),
      chrome.action.getBadgeText({ tabId: tab?.id }),
      chrome.action.getBadgeBackgroundColor({ tabId: tab?.id }),
    ])
    const digits = color.slice(0, 3).map(channel => channel.toString(16).padStart(2, '0'))
    return { title, text, color: digits.join('') }
  })
}
