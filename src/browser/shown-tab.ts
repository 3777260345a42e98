import { browser } from './api'

/** Returns where the tab is and what it shows. Rejects if the tab was closed. */
export async function shownTab(
  id: number,
): Promise<{ readonly isActive: boolean; readonly windowId: number; readonly url?: string }> {
  const { active, windowId = browser.windows.WINDOW_ID_CURRENT, url } = await browser.tabs.get(id)
  return { isActive: active, windowId, ...(url && { url }) }
}
