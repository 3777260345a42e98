import { browser } from './api'

/**
 * Asks the user for access to the hosts of match patterns, and says whether it was given. Must be called at once in
 * the handler of a press: the browser else refuses. Rejects where the browser does.
 */
export function requestOrigins(...origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] })
}

/** Whether the extension has access to the hosts of all match patterns. */
export function hasOrigins(...origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] })
}

/** Gives access back. */
export async function removeOrigins(...origins: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] })
}

const tabGroups = { permissions: ['tabGroups' as const] }

/** Asks the user for tab groups together with the hosts of match patterns, as `requestOrigins` does. */
export function requestTabGroups(...origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ ...tabGroups, origins: [...origins] })
}

/** Whether the extension may name and colour groups of tabs. */
export function hasTabGroups(): Promise<boolean> {
  return browser.permissions.contains(tabGroups)
}

/** Gives tab groups back. */
export async function removeTabGroups(): Promise<void> {
  await browser.permissions.remove(tabGroups)
}

/** Calls `listener` when the user gives access or takes it away, here or in the browser's own settings, until `signal`, where there is one, aborts. */
export function onPermissionChange(listener: () => void, signal?: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions
  for (const event of [onAdded, onRemoved]) {
    event.addListener(listener)
    signal?.addEventListener('abort', () => event.removeListener(listener))
  }
}

/** The match patterns of all hosts that the extension has access to. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? []
}
