import { exclusively } from '../browser/locks'
import { readTogether } from '../browser/stored-item'
import { parseConfig } from '../config/resolve/parse-config'
import { parseTogether, type Together } from '../config/resolve/parse-together'
import { type TargetRoles, targetRoles } from '../config/resolve/target-roles'
import { isSameList } from '../lib/is-same-list'
import { draftsItem, packWithoutDraft } from '../storage/drafts'
import { deflated, historyItem, setWithHistory } from '../storage/history'
import { listItem } from '../storage/list-item'
import { packList, packParsed } from '../storage/pack-list'
import { syncItem } from '../sync/sync-item'
import { edited, settled } from '../sync-codec/sync-state'
import { sentTextsItem } from '../team/stored-sent-texts'
import { readTeamTexts, teamFilesItem } from '../team/team-files'

/** What a text means, together with the team's texts that it was parsed with. */
export interface Checked extends Pick<Together, 'profiles' | 'personal'> {
  readonly text: string
  readonly team: readonly string[]
  readonly targets: TargetRoles
}

interface SaveOptions {
  /** The id of the conflict whose two texts the text combines. */
  readonly settles?: string | undefined
  /** The page whose draft it was. */
  readonly page?: string | undefined
  /** Spares parsing, if it is about this text and the team's present ones. */
  readonly checked?: Checked | undefined
}

interface Saved {
  /** Number of the text's own target roles. */
  readonly roles: number
  /** How many older texts the history had to drop because the browser's storage is full. */
  readonly forgotten: number
}

/**
 * Puts a text that was written in this browser in use. Writes the text, its parsed form, the sync state and the history in
 * one call.
 * @throws the storage's error, with nothing changed; if the storage gave no answer in time, everything may still be written.
 */
export function saveList(text: string, { settles, page, checked }: SaveOptions = {}): Promise<Saved> {
  return exclusively(async () => {
    // One call: each takes about as long as all of them together.
    const items = [teamFilesItem, sentTextsItem, syncItem, historyItem, listItem, draftsItem]
    const read = readTogether(...items.map(({ place }) => place))
    const team = await readTeamTexts(read)
    const isKnown = checked?.text === text && isSameList(checked.team, team)
    const parsed = isKnown ? checked : parsedWith(text, team)
    const packed = await packList(text, parsed, await deflated(text))
    const own = team.length === 0 ? parsed.targets : targetRoles(parseConfig(text).profiles)
    const roles = own.roles.length
    const time = Date.now()
    const sync = await syncItem.get(read)
    // Leaves data from a later version of the extension alone.
    if (sync.kind === 'value') {
      const state = settles === undefined ? sync.value : settled(sync.value, settles)
      packed.push(syncItem.pack(edited(state, time)))
    }
    if (page !== undefined) packed.push(await packWithoutDraft(page, read))
    return { roles, forgotten: await setWithHistory(packed, [{ text, time, here: true, roles }], read) }
  })
}

function parsedWith(text: string, team: readonly string[]) {
  const together = parseTogether(text, team)
  return { ...together, targets: targetRoles(together.profiles) }
}

/** Packs a text that may be saved next, so that saving it takes less time. */
export async function prepareSave(checked: Checked): Promise<void> {
  await Promise.all([deflated(checked.text), packParsed(checked)])
}
