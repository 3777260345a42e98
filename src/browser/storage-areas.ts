import type { Storage } from 'webextension-polyfill'
import { browser } from './api'
import { message } from './i18n'
import { within } from './timeout'

declare const isDefined: unique symbol

/**
 * A stored item, or a whole storage area. Only `storedItem`, `secretItem` and this file create it, so listeners can only
 * name items that are defined somewhere, not spell out keys.
 */
export interface StoredPlace {
  readonly area: 'local' | 'session' | 'sync' | 'managed'
  /** Undefined for the whole area. */
  readonly key?: string
  readonly [isDefined]: true
}

/** Everything in `storage.sync`, whatever its key. */
export const anythingSynced = { area: 'sync' } as StoredPlace
/** Everything an administrator has set, whatever its name. */
export const anythingManaged = { area: 'managed' } as StoredPlace

/** The changes of one write. */
export interface StorageChange {
  isOf(...places: readonly StoredPlace[]): boolean
}

/** Calls `listener` whenever something stored changes, in any window or on any computer. */
export function onStorageChange(listener: (change: StorageChange) => void): void {
  browser.storage.onChanged.addListener((changes, changed) => {
    const isOf = (...places: readonly StoredPlace[]) =>
      places.some(({ area, key }) => area === changed && (key === undefined || key in changes))
    listener({ isOf })
  })
}

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

/** The browser's synced storage. Each function rejects with the browser's error, or if the browser doesn't answer. */
export const syncArea = {
  get: async (): Promise<Record<string, unknown>> => within(area().get(null)),
  set: async (items: Readonly<Record<string, unknown>>): Promise<void> => within(area().set({ ...items })),
  remove: async (keys: readonly string[]): Promise<void> => within(area().remove([...keys])),
}

function area(): Storage.StorageArea {
  const { sync } = browser.storage as Partial<typeof browser.storage>
  if (!sync) throw new Error(message('syncMissing'))
  return sync
}
