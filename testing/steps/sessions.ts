import type { Driver } from '../browsers/driver'

/**
 * Makes the extension forget which sessions are open, as at the end of the browser: as if they had been opened without it.
 */
export async function forgetSessions(driver: Driver): Promise<void> {
  await driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { clear(): Promise<void> } } }
    }
    await chrome.storage.session.clear()
  })
}
