import { exclusively } from '../browser/locks'
import { parseTogether } from '../config/resolve/parse-together'
import { packWithoutDraft } from '../storage/drafts'
import { setWithHistory } from '../storage/history'
import { packList } from '../storage/pack-list'
import { syncItem } from '../sync/sync-item'
import { edited, settled } from '../sync-codec/sync-state'
import { readTeamTexts } from '../team/team-files'

/**
 * Puts a text that was written in this browser in use. Writes the text, its parsed form, the sync state and the history in
 * one call. `settles` is the id of the conflict whose two texts it combines; `page` is the page whose draft it was. Returns
 * how many older texts the history had to drop because the browser's storage is full.
 * @throws the storage's error, with nothing changed; if the storage gave no answer in time, everything may still be written.
 */
export function saveList(
  text: string,
  { settles, page }: { readonly settles?: string | undefined; readonly page?: string | undefined } = {},
): Promise<number> {
  return exclusively(async () => {
    const packed = await packList(text, parseTogether(text, await readTeamTexts()))
    const time = Date.now()
    const sync = await syncItem.get()
    // Leaves data from a later version of the extension alone.
    if (sync.kind === 'value') {
      const state = settles === undefined ? sync.value : settled(sync.value, settles)
      packed.push(syncItem.pack(edited(state, time)))
    }
    if (page !== undefined) packed.push(await packWithoutDraft(page))
    return setWithHistory(packed, [{ text, time, here: true }])
  })
}
