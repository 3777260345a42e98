import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'

/** Opens the URL in a tab behind the one in front, as a middle click does. */
export async function openInBackground(driver: Driver, url: string): Promise<Surface> {
  const before = new Set((await driver.tabs()).map(({ surface }) => surface))
  await driver.evaluateInBackground(async url => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { create(tab: object): Promise<unknown> } }
    }
    await chrome.tabs.create({ url, active: false })
  }, url)
  return waitFor('the new tab', async () => {
    const added = (await driver.tabs()).find(({ surface }) => !before.has(surface))
    return added?.surface
  })
}
