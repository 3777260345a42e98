import { exclusively } from '../browser/exclusively'
import { setTogether } from '../browser/stored-item'
import { parseTogether } from '../config/parse-together'
import { packConfiguration } from './pack-configuration'
import { syncItem } from './sync/sync-item'
import { edited, settled } from './sync/sync-state'
import { readTeamTexts } from './team-files'

/**
 * Puts a text in force that was written here: text, what was parsed of it, and that sync doesn't have it yet, in one
 * call. `settles` says that it holds both texts of a conflict. Throws what the browser's storage throws, having
 * changed nothing; where that gave no answer in time, all may still be written.
 */
export async function saveConfiguration(text: string, settles = false): Promise<void> {
  await exclusively(async () => {
    const packed = await packConfiguration(text, parseTogether(text, await readTeamTexts()))
    const sync = await syncItem.get()
    // What a later version of the extension wrote is left alone.
    if (sync.kind !== 'value') return setTogether(...packed)
    const state = settles ? settled(sync.value) : sync.value
    await setTogether(...packed, syncItem.pack(edited(state, Date.now())))
  })
}
