import type { Driver } from '../browsers/driver'

/**
 * Stores a list as a save in the settings does, at a tenth of the time: opening the settings takes more than anything else
 * in a test. For tests that neither look at the settings nor have a team's list. `e2e/settings/storage.spec.ts` compares
 * both.
 */
export async function storeList(driver: Driver, text: string): Promise<void> {
  const items = await pack(text)
  await driver.evaluateInBackground(async items => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { local: { set(items: object): Promise<void> } } }
    }
    await browser.storage.local.set(items)
  }, items)
}

/** Returns the stored items of a list, made by the extension's own code. */
export async function pack(text: string): Promise<Readonly<Record<string, unknown>>> {
  // What the code is loaded with outside of a browser. It isn't called.
  const api = { runtime: { id: 'tests' }, storage: {} }
  Object.assign(globalThis, { chrome: api, browser: api })
  const [{ packList }, { parseTogether }] = await Promise.all([
    import('../../src/storage/pack-list'),
    import('../../src/config/resolve/parse-together'),
  ])
  return Object.assign({}, ...(await packList(text, parseTogether(text, []))))
}
