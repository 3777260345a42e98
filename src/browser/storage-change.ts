import { browser } from './api'

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
