import type { Driver } from '../browsers/driver'
import { openOptions } from './configure'

declare const chrome: {
  readonly storage: {
    readonly local: { set(items: object): Promise<void>; clear(): Promise<void> }
  }
}

/**
 * Stores a list as *Save* does in the settings, without opening them, which takes longer than anything else in many tests.
 * For tests that neither look at the settings nor have a team's list. `e2e/settings/storage.spec.ts` compares the two.
 */
export async function storeList(driver: Driver, text: string): Promise<void> {
  await storeItems(driver, await pack(text))
}

/** Stores items as the settings do, without opening them. */
export async function storeItems(driver: Driver, items: Readonly<Record<string, unknown>>): Promise<void> {
  await driver.evaluateInBackground(async items => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { local: { set(items: object): Promise<void> } } }
    }
    await browser.storage.local.set(items)
  }, items)
}

/** Overwrites the stored text in use, like another version of the extension or a fault. */
export async function storeInstead(driver: Driver, value: unknown): Promise<void> {
  const options = await openOptions(driver)
  await options.evaluate(async value => {
    await chrome.storage.local.clear()
    await chrome.storage.local.set({ configuration: value })
  }, value)
}

/** Returns the stored items of a list, made by the extension's own code. */
export async function pack(text: string): Promise<Readonly<Record<string, unknown>>> {
  // The code can't be loaded without these, but doesn't call them here.
  const api = { runtime: { id: 'tests' }, storage: {} }
  Object.assign(globalThis, { chrome: api, browser: api })
  const [{ packList }, { parseTogether }] = await Promise.all([
    import('../../src/storage/pack-list'),
    import('../../src/config/resolve/parse-together'),
  ])
  return Object.assign({}, ...(await packList(text, parseTogether(text, []))))
}
