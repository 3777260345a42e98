import { browser } from './api'

/**
 * Asks the user for access to the hosts of match patterns, and returns whether it was granted. Call it synchronously in a
 * click handler, or the browser refuses.
 */
export function requestOrigins(...origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] })
}

/** Whether the extension has access to the hosts of all match patterns. */
export function hasOrigins(...origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] })
}

export async function removeOrigins(...origins: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] })
}

const tabGroups = { permissions: ['tabGroups' as const] }

/** Asks the user for the tab groups permission together with the hosts of match patterns, like `requestOrigins`. */
export function requestTabGroups(...origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ ...tabGroups, origins: [...origins] })
}

/** Whether the extension may name and color tab groups. */
export function hasTabGroups(): Promise<boolean> {
  return browser.permissions.contains(tabGroups)
}

export async function removeTabGroups(): Promise<void> {
  await browser.permissions.remove(tabGroups)
}

/**
 * Calls `listener` when the user grants or revokes access, here or in the browser's settings, until `signal` aborts, if
 * given.
 */
export function onPermissionChange(listener: () => void, signal?: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions
  for (const event of [onAdded, onRemoved]) {
    event.addListener(listener)
    signal?.addEventListener('abort', () => event.removeListener(listener))
  }
}

/** Returns the match patterns of all hosts that the extension has access to. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? []
}
