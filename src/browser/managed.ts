import { browser } from './api'
import { anythingManaged, onStorageChange } from './storage-change'
import { within } from './timeout'

/** An administrator's settings for the extension, by name. The values may be anything. */
export type Managed = Readonly<Record<string, unknown>>

/**
 * Returns the contents of `storage.managed`, empty if there is no policy (for which Firefox rejects). Rejects if the browser
 * doesn't answer. Firefox reads its policies once, when it starts; Chromium reports changes.
 */
export function readManaged(): Promise<Managed> {
  return within(Promise.resolve(browser.storage.managed?.get(null)).then(asObject, () => ({})))
}

function asObject(given: unknown): Managed {
  return typeof given === 'object' && given !== null ? { ...given } : {}
}

/** Calls `listener` when an administrator changes a setting, until `signal` aborts, if given. */
export function onManagedChange(listener: () => void, signal?: AbortSignal): void {
  onStorageChange(change => {
    if (change.isOf(anythingManaged) && !signal?.aborted) listener()
  })
}
