import { consolePatterns, sessionListPatterns } from '../aws/partitions'
import { exclusively } from '../browser/locks'
import { grantedOrigins, hasTabGroups, removeOrigins, removeTabGroups } from '../browser/permissions'
import { readManaged } from '../browser/storage-areas'
import { valueIn } from '../browser/stored-item'
import { patternOf } from '../config/parse/team-url'
import { type Settings, settingsInForce, settingsItem } from '../settings/settings'
import { wantsConsoles } from '../settings/wants-marks'
import { readTeamFiles } from '../team/team-files'
import { readTeamInForce } from '../team/team-in-force'
import { teamSourceItem } from '../team/team-source'
import { teamStatusItem } from '../team/team-status'
import { isAsWide } from './wider-pattern'

/**
 * Gives back access to hosts, and to tab groups, that nothing needs anymore. Some is left if a browser is killed between the
 * user's permission and what it was for. Gives nothing back if a later version of the extension wrote the data, since it may
 * need anything. Never rejects: the next start tries again.
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
      // One by one, since permissions granted by an administrator can't be given back.
      for (const origin of unneeded) await removeOrigins(origin).catch(() => {})
      if (!settings.groupTabs && (await hasTabGroups())) await removeTabGroups()
    })
  } catch {
    // Only time is lost.
  }
}

/** Returns the match patterns of what the user wants; undefined if that can't be known. */
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
    ...(wantsConsoles(settings) ? consolePatterns : []),
    ...(settings.listSessions ? sessionListPatterns : []),
    ...urls.filter(url => URL.canParse(url)).map(url => patternOf(new URL(url))),
  ]
}
