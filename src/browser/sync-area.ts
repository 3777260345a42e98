import type { Storage } from 'webextension-polyfill'
import { browser } from './api'
import { message } from './i18n'
import { within } from './timeout'

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
