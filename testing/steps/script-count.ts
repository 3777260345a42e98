import type { Driver } from '../browsers/driver'

/** Returns how many of the extension's scripts the browser has registered under this id. */
export function scriptCount(driver: Driver, id: 'marks' | 'links'): Promise<number> {
  return driver.evaluateInBackground(async id => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: { getRegisteredContentScripts(filter: object): Promise<readonly object[]> } }
    }
    return (await chrome.scripting.getRegisteredContentScripts({ ids: [id] })).length
  }, id)
}
