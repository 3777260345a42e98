import type { Driver } from '../browsers/driver'

/**
 * Makes the extension forget the open sessions, as at the end of the browser. They then count as opened without
 * Rolecall.
 */
export async function forgetSessions(driver: Driver): Promise<void> {
  await driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { clear(): Promise<void> } } }
    }
    await chrome.storage.session.clear()
  })
}

/** Returns in how many tabs the extension has seen a role. */
export function roleTabs(driver: Driver): Promise<number> {
  return driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: { session: { get(key: string): Promise<{ roleTabs?: { value: readonly unknown[] } }> } }
      }
    }
    return (await chrome.storage.session.get('roleTabs')).roleTabs?.value.length ?? 0
  })
}
