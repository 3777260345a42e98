import type { Driver, Surface } from '../browsers/driver'
import { openOptions } from './configure'

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Readonly<Record<string, unknown>>>
      set(items: object): Promise<void>
      clear(): Promise<void>
    }
  }
}

/** Overwrites what is stored as the text in force, as another version of the extension or a fault would. */
export async function storeInstead(driver: Driver, value: unknown): Promise<void> {
  const options = await openOptions(driver)
  await options.evaluate(async value => {
    await chrome.storage.local.clear()
    await chrome.storage.local.set({ configuration: value })
  }, value)
}

/** What is stored as the text in force, as it is. */
export function stored(page: Surface): Promise<unknown> {
  return page.evaluate(async () => (await chrome.storage.local.get('configuration')).configuration)
}
