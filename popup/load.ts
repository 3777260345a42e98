import { errorText } from '../src/browser/error-text'
import { readConsolePage } from '../src/browser/read-console-page'
import { activeTab, type Tab } from '../src/browser/tabs'
import { type Partition, partitionOfConsole } from '../src/console/partitions'
import { readSession } from '../src/console/read-session'
import type { Session } from '../src/console/session'
import { sessionOfUrl } from '../src/console/session-host'
import { idOf, type OpenSession, withSession } from '../src/roles/open-sessions'
import { type ParsedConfiguration, readParsedConfiguration } from '../src/storage/configuration'
import { readMenuLayout } from '../src/storage/menu-layout'
import { forgetSession, readOpenSessions } from '../src/storage/open-sessions'
import { defaultSettings, readSettings, type Settings } from '../src/storage/settings'
import { teamStatusItem } from '../src/storage/team-status'
import { readUsedRoles } from '../src/storage/used-roles'
import type { Facts } from './menu-data'
import type { Stop } from './state'

/** What a switch is posted from. */
export interface ConsoleTab {
  readonly tab: Tab
  readonly url: string
  readonly session: Session
}

export type Loaded =
  | { readonly facts: Facts; readonly settings: Settings }
  | { readonly stop: Stop; readonly settings: Settings }

/**
 * Gathers what the menu shows: configuration and settings from storage, the session from the page in the active tab,
 * all at once. Never throws: what stands in the way is told as a `Stop`, the user's own text before the page.
 */
export async function load(): Promise<Loaded> {
  const [settings, configuration, uses, layout, page, teamFailed, known] = await Promise.all([
    // The configuration lies in the same storage: that it fails is told there.
    readSettings().catch(() => defaultSettings),
    readConfiguration(),
    readUsedRoles(),
    readMenuLayout(),
    readPage(),
    readTeamFailed(),
    readOpenSessions(),
  ])
  if ('stop' in configuration) {
    const isMissing = teamFailed && configuration.stop.kind === 'nothing-configured'
    return { stop: isMissing ? { kind: 'team-missing' } : configuration.stop, settings }
  }
  if ('stop' in page) return { ...page, settings }

  const sessions = sessionsBeside(page, known)
  return {
    facts: { consoleTab: page, configuration, settings, layout, uses, teamFailed, sessions },
    settings,
  }
}

async function readConfiguration(): Promise<ParsedConfiguration | { readonly stop: Stop }> {
  try {
    const reading = await readParsedConfiguration()
    if (reading.kind === 'newer') return { stop: { kind: 'storage-newer' } }
    if (reading.kind === 'unreadable') return { stop: { kind: 'storage-unreadable' } }
    const { targets, profiles, errors } = reading.value
    if (targets.roles.length > 0) return reading.value
    return { stop: profiles + errors > 0 ? { kind: 'no-roles', errors } : { kind: 'nothing-configured' } }
  } catch (error) {
    return { stop: { kind: 'storage-failed', message: errorText(error) } }
  }
}

async function readTeamFailed(): Promise<boolean> {
  const reading = await teamStatusItem.get().catch(() => undefined)
  return reading?.kind === 'value' && reading.value?.failure !== undefined
}

async function readPage(): Promise<ConsoleTab | { readonly stop: Stop }> {
  const tab = await activeTab()
  const place = tab?.url === undefined ? undefined : consolePlace(tab.url)
  if (!tab || !place) return { stop: { kind: 'not-console' } }
  const page = await readConsolePage(tab)
  if ('noAccess' in page) return { stop: { kind: 'no-access', message: page.noAccess } }
  const reading = readSession(page.facts, place.partition)
  if ('problem' in reading) {
    const ended = reading.problem.kind === 'signed-out' ? sessionOfUrl(place.url) : undefined
    // Where it can't be forgotten, a mark stays that is found out to be wrong again.
    if (ended !== undefined) forgetSession(ended).catch(() => {})
    return { stop: reading.problem }
  }
  return { tab, url: place.url, session: reading.session }
}

function consolePlace(url: string): { readonly url: string; readonly partition: Partition } | undefined {
  const { protocol, hostname } = new URL(url)
  const partition = protocol === 'https:' ? partitionOfConsole(hostname) : undefined
  return partition && { url, partition }
}

/** The sessions that the tab's cookies are for, its own the last; none in classic mode. */
export function sessionsBeside(
  { tab, session }: ConsoleTab,
  known: readonly OpenSession[],
): readonly OpenSession[] {
  const id = idOf(session)
  if (id === undefined) return []
  const beside = known.filter(
    ({ isPrivate, session: { partition } }) => isPrivate === tab.isPrivate && partition === session.partition,
  )
  return withSession(beside, { id, session, tab: tab.id, isPrivate: tab.isPrivate, seen: Date.now() })
}
