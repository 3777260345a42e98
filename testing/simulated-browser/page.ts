// The actions and views of the extension's pages, run in a simulated browser along with the background script.
import { setTogether, valueIn } from '../../src/browser/stored-item'
import { askedLinksItem } from '../../src/launch/asked-links'
import { leaveOnward, onwardItem } from '../../src/launch/onward'
import { parseText } from '../../src/list/parse-stored'
import { saveList } from '../../src/list/save-list'
import { logItem } from '../../src/log/log-item'
import { readGroupedTabs } from '../../src/marks/stored-groups'
import { foundPortals } from '../../src/portal/found-portals'
import { scanItem } from '../../src/portal/stored-scan'
import { policyItem, settingsItem } from '../../src/settings/settings'
import { historyItem } from '../../src/storage/history'
import { listItem } from '../../src/storage/list-item'
import { parsedItem } from '../../src/storage/list-items'
import { menuLayoutItem } from '../../src/storage/menu-layout'
import { packRoles } from '../../src/storage/pack-roles'
import { unpackTargets } from '../../src/storage/stored-targets'
import { usedRolesItem } from '../../src/storage/used-roles'
import { syncItem, syncTextsItem } from '../../src/sync/sync-item'
import { gather } from '../../src/sync-codec/chunks'
import { decode } from '../../src/sync-codec/codec'
import { approveTeam as approve, forgetTeamChange as forget } from '../../src/team/refresh-team'
import {
  approveSender as approveSent,
  forgetSenderChange as forgetSent,
} from '../../src/team/sender-commands'
import { teamSendersItem } from '../../src/team/stored-senders'
import { readSentTexts, sentTextsItem, textsInForce } from '../../src/team/stored-sent-texts'
import { teamChoiceItem } from '../../src/team/team-choice'
import { readTeamFiles, teamFilesItem, textsOf } from '../../src/team/team-files'
import { teamSourceItem } from '../../src/team/team-source'
import { teamStatusItem } from '../../src/team/team-status'

export {
  leaveOnward,
  listItem,
  logItem,
  saveList,
  sentTextsItem,
  setTogether,
  settingsItem,
  teamFilesItem,
  teamSendersItem,
  teamSourceItem,
  teamStatusItem,
}

const items = {
  listItem,
  parsedItem,
  settingsItem,
  policyItem,
  syncItem,
  syncTextsItem,
  historyItem,
  usedRolesItem,
  menuLayoutItem,
  teamSourceItem,
  teamChoiceItem,
  teamFilesItem,
  teamStatusItem,
  teamSendersItem,
  sentTextsItem,
  scanItem,
  foundPortals,
  askedLinksItem,
  onwardItem,
  logItem,
}

/** Returns the stored data, as far as it can be read. Throws if sync holds a text that nobody wrote. */
export async function readKept(sync: Readonly<Record<string, unknown>>) {
  const readings = await Promise.all(
    Object.entries(items).map(async ([name, item]) => [name, (await item.get()).kind] as const),
  )
  const gathered = gather(sync)
  const text = valueIn(await listItem.get())
  return {
    text,
    unreadable: readings.filter(([, kind]) => kind !== 'value').map(([name]) => name),
    isParsedOfTexts: await isParsedOfTexts(),
    /** The text in sync, or why there is none. */
    inSync: gathered.kind === 'whole' ? { text: decode(gathered.data) } : gathered.kind,
    isInStep: valueIn(await syncItem.get())?.edited === false,
    team: textsOf((await readTeamFiles()).files),
    teamFailures: valueIn(await teamStatusItem.get())?.failures,
    sent: textsInForce((await readSentTexts()).texts),
    senders: (valueIn(await teamSendersItem.get()) ?? []).map(({ roles }) => roles),
    history: (valueIn(await historyItem.get()) ?? []).length,
    policy: valueIn(await policyItem.get()),
    groups: await readGroupedTabs(),
    scan: valueIn(await scanItem.get()),
    onward: valueIn(await onwardItem.get()) ?? [],
    found: valueIn(await foundPortals.get()) ?? [],
    log: valueIn(await logItem.get()) ?? [],
    askedLinks: valueIn(await askedLinksItem.get()) ?? [],
  }
}

/** The actions of the settings' buttons, based on what is shown now or was shown before. */
export async function approveTeam(about?: string): Promise<void> {
  await approve(about ?? (await readTeam()).status?.about ?? '')
}

export async function forgetTeamChange(about?: string): Promise<void> {
  await forget(about ?? (await readTeam()).status?.about ?? '')
}

export async function approveSender(id: string, about?: string): Promise<void> {
  await approveSent(id, about ?? (await readTeam()).sender?.about ?? '')
}

export async function forgetSenderChange(id: string, about?: string): Promise<void> {
  await forgetSent(id, about ?? (await readTeam()).sender?.about ?? '')
}

/** Returns the settings' view of the team's URL, and of the one extension that may send. */
export async function readTeam() {
  const { files, waiting } = await readTeamFiles()
  return {
    status: valueIn(await teamStatusItem.get()),
    texts: textsOf(files),
    waits: waiting !== undefined,
    sender: valueIn(await teamSendersItem.get())?.[0],
    sent: (await readSentTexts()).texts[0]?.text,
  }
}

/** Whether the stored parsed form matches the stored texts. */
async function isParsedOfTexts(): Promise<boolean> {
  const [kept, anew] = [valueIn(await parsedItem.get()), valueIn(await parseText())]
  if (!anew) return false
  const roles = JSON.stringify(packRoles(anew.targets))
  const none = JSON.stringify(packRoles({ ...anew.targets, roles: [], bases: [] }))
  if (!kept) return roles === none
  return (
    roles === JSON.stringify(packRoles(await unpackTargets(kept.targets))) &&
    kept.profiles === anew.profiles &&
    kept.errors === anew.errors
  )
}
