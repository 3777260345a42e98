import { openPage } from '../../src/browser/tabs'

/** Opens the page where access is requested, and closes the menu as a switch does. */
export async function openRequest(url: string): Promise<void> {
  await openPage(url)
  window.close()
}
