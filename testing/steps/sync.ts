import type { Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { optionsPage } from '../pages/options-page'
import { inflate, stored } from '../pages/stored'

export type Items = Readonly<Record<string, unknown>>

declare const chrome: {
  readonly runtime: { sendMessage(message: string): Promise<void> }
  readonly storage: {
    readonly sync: {
      get(): Promise<Record<string, unknown>>
      set(items: object): Promise<void>
      remove(keys: readonly string[]): Promise<void>
    }
  }
}

/** How long sync may take, in milliseconds: it pauses between two writes. */
const syncTimeoutMs = 30_000

/** Returns everything in the browser's sync storage. Needs a page of the extension. */
export function readSync(page: Surface): Promise<Items> {
  return page.evaluate(() => chrome.storage.sync.get())
}

/** Writes items to sync as if they came from another computer. The background script gets the same events for both. */
export function writeSync(page: Surface, items: Items): Promise<void> {
  return page.evaluate(items => chrome.storage.sync.set(items), items)
}

export function removeFromSync(page: Surface, ...keys: readonly string[]): Promise<void> {
  return page.evaluate(keys => chrome.storage.sync.remove(keys), keys)
}

/** Resolves when the background script has looked at sync in its current state. */
export function lookAtSync(page: Surface): Promise<void> {
  return page.evaluate(() => chrome.runtime.sendMessage('synchronize'))
}

/** Returns the text in use, which is stored deflated if it is long: see `src/storage/list-item.ts`. */
export async function textInForce(page: Surface): Promise<unknown> {
  const { value } = ((await stored(page)) ?? {}) as { value?: string | { deflated: string } }
  return typeof value === 'object' ? inflate(value.deflated) : value
}

/**
 * Waits until the text in use is in sync and the options page says so, and returns the items that hold it. Throws after
 * `timeout` milliseconds.
 */
export async function waitUntilSynced(options: Surface, timeout = syncTimeoutMs): Promise<Items> {
  // The page may still show the status of the previous text for a moment.
  await waitFor('the text in use to be in sync', () => isInSync(options), { timeout })
  await waitForStatement(options, /^In sync\./, timeout)
  return readSync(options)
}

async function isInSync(page: Surface): Promise<boolean> {
  const state = (await stored(page, 'sync')) as { readonly value?: unknown } | undefined
  const { edited, lineage } = (state?.value ?? {}) as { edited?: boolean; lineage?: readonly string[] }
  const { generation } = ((await readSync(page)).configuration ?? {}) as { generation?: string }
  return edited === false && generation !== undefined && lineage?.[0] === generation
}

/** Waits until the options page says that the text in use isn't in sync, in these words. */
export async function waitForSyncTrouble(options: Surface, sentence: RegExp): Promise<void> {
  await waitForStatement(options, sentence, syncTimeoutMs)
}

async function waitForStatement(options: Surface, sentence: RegExp, timeout: number): Promise<void> {
  await waitFor(
    `the state of sync ${sentence}`,
    async () => {
      const [state] = await optionsPage(options).sync.states()
      return state !== undefined && sentence.test(state)
    },
    { timeout },
  )
}
