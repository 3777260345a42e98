import { errorText } from '../src/browser/error-text'
import { readConsolePage } from '../src/browser/read-console-page'
import { activeTab, type Tab } from '../src/browser/tabs'
import { type Partition, partitionOfConsole } from '../src/console/partitions'
import { readSession } from '../src/console/read-session'
import type { LinkedRole } from '../src/console/role-link'
import type { Session } from '../src/console/session'
import { sessionOfUrl } from '../src/console/session-host'
import { idOf, type OpenSession, withSession } from '../src/roles/open-sessions'
import type { TargetRoles } from '../src/roles/target-roles'
import { type ParsedConfiguration, readParsedConfiguration } from '../src/storage/configuration'
import { readMenuLayout } from '../src/storage/menu-layout'
import { forgetSession, readOpenSessions } from '../src/storage/open-sessions'
import { readSessionStarts } from '../src/storage/session-starts'
import { defaultSettings, readSettings, type Settings } from '../src/storage/settings'
import { teamStatusItem } from '../src/storage/team-status'
import { readUsedRoles } from '../src/storage/used-roles'
import type { Facts } from './menu-data'
import type { Stop } from './state'

/** What a switch is posted from. */
export interface ConsoleTab {
  readonly tab: Tab
  /** The page's address; of a link to it in a role without what names that. */
  readonly url: string
  readonly session: Session
  /** The role that the address asks for. */
  readonly linked?: LinkedRole | 'malformed'
}

export type Loaded =
  | { readonly facts: Facts; readonly settings: Settings }
  | { readonly stop: Stop; readonly settings: Settings }

/**
 * Gathers what the menu shows: configuration and settings from storage, the session from the page in the active tab,
 * all at once. Never throws: what stands in the way is told as a `Stop`, the user's own text before the page.
 */
export async function load(): Promise<Loaded> {
  const [{ page, sessions }, configuration, settings, uses, layout, starts, teamFailed] = await Promise.all([
    // The browser answers in the order of the questions: the ones that lead to more of them come first.
    readPageAndSessions(),
    readConfiguration(),
    // The configuration lies in the same storage: that it fails is told there.
    readSettings().catch(() => defaultSettings),
    readUsedRoles(),
    readMenuLayout(),
    readSessionStarts(),
    readTeamFailed(),
  ])
  if ('stop' in configuration) {
    const isMissing = teamFailed && configuration.stop.kind === 'nothing-configured'
    return { stop: isMissing ? { kind: 'team-missing' } : configuration.stop, settings }
  }
  const targets = settings.images ? configuration.targets : await withoutImages(configuration.targets)
  const facts = {
    configuration: { ...configuration, targets },
    settings,
    layout,
    uses,
    starts,
    teamFailed,
  }
  if ('session' in page) {
    return { facts: { ...facts, tab: page.tab, consoleTab: page, sessions }, settings }
  }
  const { stop, tab } = page
  // A portal role can be opened from anywhere.
  const hasPortal = configuration.targets.roles.some(({ portal }) => portal !== undefined)
  if (!tab || !hasPortal || stop.kind === 'link-elsewhere') return { stop, settings }
  return { facts: { ...facts, tab, sessions: [] }, settings }
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

async function withoutImages(targets: TargetRoles): Promise<TargetRoles> {
  const { withoutWebImages } = await import('../src/roles/without-web-images')
  return withoutWebImages(targets)
}

async function readTeamFailed(): Promise<boolean> {
  const reading = await teamStatusItem.get().catch(() => undefined)
  return reading?.kind === 'value' && reading.value?.failure !== undefined
}

/** What the page says, and in multi-session mode the sessions beside it: in classic mode nobody need wait for those. */
async function readPageAndSessions() {
  const page = await readPage()
  const isOneOfSeveral = 'session' in page && idOf(page.session) !== undefined
  return { page, sessions: isOneOfSeveral ? sessionsBeside(page, await readOpenSessions()) : [] }
}

/** What the page in the active tab says, or why it says nothing that helps. */
async function readPage(): Promise<ConsoleTab | { readonly stop: Stop; readonly tab?: Tab | undefined }> {
  const tab = await activeTab()
  const link = tab?.url?.includes('rolecall=') ? await readLink(tab.url) : undefined
  const place = tab?.url === undefined ? undefined : consolePlace(tab.url)
  if (!tab || !place) {
    const host = tab?.url !== undefined && link?.linked ? new URL(tab.url).host : undefined
    return { stop: host === undefined ? { kind: 'not-console' } : { kind: 'link-elsewhere', host }, tab }
  }
  const page = await readConsolePage(tab)
  if ('noAccess' in page) return { stop: { kind: 'no-access', message: page.noAccess }, tab }
  const reading = readSession(page.facts, place.partition)
  if ('problem' in reading) {
    const { problem } = reading
    const ended = problem.kind === 'signed-out' ? sessionOfUrl(place.url) : undefined
    // Where it can't be forgotten, a mark stays that is found out to be wrong again.
    if (ended !== undefined) forgetSession(ended).catch(() => {})
    return { stop: problem.kind === 'missing-fact' ? { ...problem, facts: page.facts } : problem, tab }
  }
  return { tab, url: place.url, session: reading.session, ...link }
}

/** What a link says that somebody else may have written, and the page's address without it. */
async function readLink(address: string): Promise<Pick<ConsoleTab, 'url' | 'linked'>> {
  const { linkedRole, withoutRoleLink } = await import('../src/console/role-link')
  const linked = linkedRole(address)
  return { url: withoutRoleLink(address), ...(linked && { linked }) }
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
