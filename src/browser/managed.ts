import { browser } from './api'
import { anythingManaged, onStorageChange } from './storage-change'
import { within } from './timeout'

/** What an administrator has set for the extension, by name. Nothing about the values is certain. */
export type Managed = Readonly<Record<string, unknown>>

/**
 * What `storage.managed` gives: nothing where there is no policy, for which Firefox rejects. Rejects where the browser
 * gives no answer. Firefox reads its policies once, at its start; Chromium tells of a change.
 */
export function readManaged(): Promise<Managed> {
  return within(Promise.resolve(browser.storage.managed?.get(null)).then(asObject, () => ({})))
}

function asObject(given: unknown): Managed {
  return typeof given === 'object' && given !== null ? { ...given } : {}
}

/** Calls `listener` when an administrator has changed something, until `signal` aborts, if one is given. */
export function onManagedChange(listener: () => void, signal?: AbortSignal): void {
  onStorageChange(change => {
    if (change.isOf(anythingManaged) && !signal?.aborted) listener()
  })
}
