import { exclusively } from '../browser/exclusively'
import { setTogether } from '../browser/stored-item'
import type { Config } from '../config/parse-config'
import { packConfiguration } from './configuration'
import { syncItem } from './sync/sync-item'
import { edited, settled } from './sync/sync-state'

/**
 * Puts a text in force that was written here: text, what was parsed of it, and that sync doesn't have it yet, in one
 * call. `settles` says that it holds both texts of a conflict. Throws what the browser's storage throws; then nothing
 * has changed.
 */
export async function saveConfiguration(text: string, config: Config, settles = false): Promise<void> {
  const packed = await packConfiguration(text, config)
  await exclusively(async () => {
    const sync = await syncItem.get()
    // What a later version of the extension wrote is left alone.
    if (sync.kind !== 'value') return setTogether(...packed)
    const state = settles ? settled(sync.value) : sync.value
    await setTogether(...packed, syncItem.pack(edited(state, Date.now())))
  })
}
