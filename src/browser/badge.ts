import { browser } from './api'

/** Shows a block of a colour, six hex digits, on the toolbar button while the tab is in front; without a colour none. The browser takes it away with the page. */
export async function showBadge(tabId: number, color: string | undefined): Promise<void> {
  if (color !== undefined) await browser.action.setBadgeBackgroundColor({ tabId, color: `#${color}` })
  await browser.action.setBadgeText({ tabId, text: color === undefined ? '' : ' ' })
}
