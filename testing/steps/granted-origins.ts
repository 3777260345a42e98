import type { Driver } from '../browsers/driver'

/** Returns the match patterns of the hosts that the user allows the extension. */
export function grantedOrigins(driver: Driver): Promise<readonly string[]> {
  return driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { getAll(): Promise<{ origins?: string[] }> } }
    }
    return (await chrome.permissions.getAll()).origins ?? []
  })
}
