import { browser } from './api'

/** Opens the options page, or goes to it where it is open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage()
}

/** Opens a page in a tab of its own. */
export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url })
}
