import { browser } from './api'

/**
 * Asks the user for access to the hosts of a match pattern, and says whether it was given. Must be called at once in
 * the handler of a press: the browser else refuses. Rejects where the browser does.
 */
export function requestOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] })
}

/** Whether the extension has access to the hosts of a match pattern. */
export function hasOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] })
}

/** Gives access back. */
export async function removeOrigin(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] })
}
