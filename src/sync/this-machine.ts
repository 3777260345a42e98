import { exclusively } from '../browser/locks'
import { readManaged, syncArea } from '../browser/storage-areas'
import { parseTogether } from '../config/resolve/parse-together'
import { withoutSecrets } from '../config/secrets/without-secrets'
import { deflate } from '../lib/deflate'
import { settingsInForce, settingsItem } from '../settings/settings'
import { setWithHistory } from '../storage/history'
import { listItem } from '../storage/list-item'
import { packList } from '../storage/pack-list'
import { decode } from '../sync-codec/codec'
import { readTeamTexts } from '../team/team-files'
import * as here from '../thread/answer'
import { startThread } from '../thread/thread'
import { packSyncState, readSyncState } from './sync-item'
import type { Machine } from './synchronize'

/** The browser that this runs in. */
export const thisMachine: Machine = {
  now: () => Date.now(),
  newGeneration: () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(6)))),
  deflate,
  /** Firefox's background script shares its thread with the menu and the options page. */
  async encode(text) {
    const thread = startThread(async () => here)
    const data = await thread.encode(text)
    thread.end()
    return data
  },
  /** Another browser may have an earlier version of the extension, which recognized fewer forms of access keys. */
  decode: data => withoutSecrets(decode(data)).text,
  exclusively,
  sync: syncArea,

  async read() {
    const [chosen, managed, text, state] = await Promise.all([
      settingsItem.get(),
      readManaged(),
      listItem.get(),
      readSyncState(),
    ])
    if (chosen.kind !== 'value' || text.kind !== 'value' || !state) return undefined
    const { sync } = settingsInForce(chosen.value, managed)
    return sync ? { text: text.value, state } : undefined
  },

  async write({ state, take, aside }) {
    const items = [...packSyncState(state)]
    if (take) items.push(...(await packList(take.text, parseTogether(take.text, await readTeamTexts()))))
    const fromElsewhere = [
      ...(aside ? [{ ...aside, here: false }] : []),
      ...(take ? [{ time: state.time, data: take.data, here: false }] : []),
    ]
    await setWithHistory(items, fromElsewhere)
  },
}
