import { exclusively } from '../browser/locks'
import { parseTogether } from '../config/resolve/parse-together'
import { packWithoutDraft } from '../storage/drafts'
import { setWithHistory } from '../storage/history'
import { packConfiguration } from '../storage/pack-list'
import { syncItem } from '../sync/sync-item'
import { edited, settled } from '../sync-codec/sync-state'
import { readTeamTexts } from '../team/team-files'

/**
 * Puts a text in force that was written here: text, what was parsed of it, that sync doesn't have it yet, and the history with it,
 * in one call. `settles` is the id of the conflict whose two texts it holds, `page` the one whose draft it was. Gives how many older texts the history had to
 * forget because the browser's storage is full. Throws what the browser's storage throws, having changed nothing; if that gave
 * no answer in time, all may still be written.
 */
export function saveConfiguration(
  text: string,
  { settles, page }: { readonly settles?: string | undefined; readonly page?: string | undefined } = {},
): Promise<number> {
  return exclusively(async () => {
    const packed = await packConfiguration(text, parseTogether(text, await readTeamTexts()))
    const time = Date.now()
    const sync = await syncItem.get()
    // What a later version of the extension wrote is left alone.
    if (sync.kind === 'value') {
      const state = settles === undefined ? sync.value : settled(sync.value, settles)
      packed.push(syncItem.pack(edited(state, time)))
    }
    if (page !== undefined) packed.push(await packWithoutDraft(page))
    return setWithHistory(packed, [{ text, time, here: true }])
  })
}
