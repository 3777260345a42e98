import { exclusively } from '../browser/locks'
import { setTogether } from '../browser/stored-item'
import { parseTogether } from '../config/resolve/parse-together'
import { settingsItem } from '../settings/settings'
import { historyItem } from '../storage/history'
import { listItem } from '../storage/list-item'
import { parsedItem } from '../storage/list-items'
import { packParsed } from '../storage/pack-list'
import { usedRolesItem } from '../storage/used-roles'
import { syncItem } from '../sync/sync-item'
import { teamChoiceItem } from '../team/team-choice'
import { readTeamTexts } from '../team/team-files'
import { teamSourceItem } from '../team/team-source'

/**
 * Rewrites data from earlier versions of the extension in its current shape. Whatever fails is tried again at the next
 * start.
 */
export async function upgradeStored(): Promise<void> {
  const items = [listItem, settingsItem, syncItem, historyItem, usedRolesItem, teamSourceItem, teamChoiceItem]
  await exclusively(async () => {
    for (const item of items) await item.rewrite().catch(() => {})
    await parseAnew().catch(() => {})
  })
}

/**
 * A text parsed by an earlier version is of no use to this one: without this, the popup would parse the text every time it
 * opens.
 */
async function parseAnew(): Promise<void> {
  const [text, parsed] = await Promise.all([listItem.get(), parsedItem.get()])
  if (parsed.kind !== 'unreadable' || text.kind !== 'value') return
  await setTogether(await packParsed(parseTogether(text.value, await readTeamTexts())))
}
