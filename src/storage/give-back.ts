import { exclusively } from '../browser/exclusively'
import { grantedOrigins } from '../browser/granted-origins'
import { readManaged } from '../browser/managed-area'
import { hasTabGroups, removeOrigins, removeTabGroups } from '../browser/permissions'
import { valueIn } from '../browser/stored-item'
import { consolePatterns } from '../console/partitions'
import { patternOf } from '../team/team-url'
import { type Settings, settingsInForce, settingsItem, wantsMarks } from './settings'
import { readTeamFiles } from './team-files'
import { readTeamInForce } from './team-in-force'
import { teamSourceItem } from './team-source'
import { teamStatusItem } from './team-status'
import { isAsWide } from './wider-pattern'

/**
 * Gives back the access to hosts, and to tab groups, that nothing needs any more: a browser that was killed between what
 * the user allowed and what it was allowed for leaves some. What a later version of the extension wrote may need
 * anything. Never rejects: the next start tries again.
 */
export async function giveBackUnneeded(): Promise<void> {
  try {
    await exclusively(async () => {
      const chosen = valueIn(await settingsItem.get())
      if (!chosen) return
      const settings = settingsInForce(chosen, await readManaged())
      const needed = await neededOrigins(settings)
      if (!needed) return
      const unneeded = (await grantedOrigins()).filter(
        granted => !needed.some(one => isAsWide(granted, one) || isAsWide(one, granted)),
      )
      // One by one: what an administrator has granted can't be given back.
      for (const origin of unneeded) await removeOrigins(origin).catch(() => {})
      if (!settings.groupTabs && (await hasTabGroups())) await removeTabGroups()
    })
  } catch {
    // Nothing is lost but time.
  }
}

/** The match patterns of what the user wants; undefined where that can't be known. */
async function neededOrigins(settings: Settings): Promise<readonly string[] | undefined> {
  const [source, own, status, { files, waiting = [], seen = [] }] = await Promise.all([
    readTeamInForce(),
    teamSourceItem.get(),
    teamStatusItem.get(),
    readTeamFiles(),
  ])
  if (own.kind !== 'value' || status.kind !== 'value') return undefined
  const urls = [source, own.value, status.value, ...files, ...waiting, ...seen].flatMap(one => one?.url ?? [])
  return [
    ...(settings.openSessions || wantsMarks(settings) ? consolePatterns : []),
    ...urls.filter(url => URL.canParse(url)).map(url => patternOf(new URL(url))),
  ]
}
