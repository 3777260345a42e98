import { browser } from './api'

declare const isDefined: unique symbol

/**
 * A stored item, or a whole area of the browser's storage. It comes from `storedItem`, `secretItem` and this file alone: a listener
 * can name what is defined somewhere, and no key that it spells itself.
 */
export interface StoredPlace {
  readonly area: 'local' | 'session' | 'sync' | 'managed'
  /** Undefined for the whole area. */
  readonly key?: string
  readonly [isDefined]: true
}

/** What `storage.sync` holds, whatever its key. */
export const anythingSynced = { area: 'sync' } as StoredPlace
/** What an administrator has set, whatever its name. */
export const anythingManaged = { area: 'managed' } as StoredPlace

/** What was written in one go. */
export interface StorageChange {
  /** Whether one of these has changed. */
  isOf(...places: readonly StoredPlace[]): boolean
}

/** Calls `listener` whenever something stored has changed, in whatever window or on whatever computer. */
export function onStorageChange(listener: (change: StorageChange) => void): void {
  browser.storage.onChanged.addListener((changes, changed) => {
    const isOf = (...places: readonly StoredPlace[]) =>
      places.some(({ area, key }) => area === changed && (key === undefined || key in changes))
    listener({ isOf })
  })
}
