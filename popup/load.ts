import { consolePlace, sessionOfUrl } from '../src/aws/console-place'
import type { PageFacts } from '../src/aws/page-facts'
import { resultIn } from '../src/browser/page-scripts'
import type { ItemsRead } from '../src/browser/stored-item'
import { activeTab, type Tab } from '../src/browser/tabs'
import type { TargetRoles } from '../src/config/resolve/target-roles'
import { isSameJar, jarOf } from '../src/lib/cookie-jar'
import { errorText } from '../src/lib/error-text'
import { readParsedList } from '../src/list/read-roles'
import { idOf, type OpenSession, withSession } from '../src/sessions/known-sessions'
import { forgetSession, readOpenSessions } from '../src/sessions/stored-sessions'
import { readSessionStarts } from '../src/sessions/stored-starts'
import { defaultSettings, readSettings, type Settings } from '../src/settings/settings'
import type { ParsedList } from '../src/storage/list-items'
import { readMenuLayout } from '../src/storage/menu-layout'
import { readUsedRoles } from '../src/storage/used-roles'
import { teamStatusItem } from '../src/team/team-status'
import type { Asked } from './ask-browser'
import type { Facts } from './menu-data'
import type { MenuFailure } from './state'
import type { BlockedTab, ConsoleTab } from './tab/console-tab'
import { type PageReading, readTab } from './tab/read-tab'

export type Loaded =
  | { readonly facts: Facts; readonly settings: Settings }
  | { readonly failure: MenuFailure; readonly settings: Settings }

/**
 * Loads what the menu shows from the browser's answers: list and settings from storage, and the session from the page in
 * the active tab. Never throws: a failure is returned, with the user's own text taking precedence over the page.
 */
export async function load(asked: Asked): Promise<Loaded> {
  const { local, session } = asked
  const [{ page, sessions }, list, settings, uses, layout, starts, teamFailed] = await Promise.all([
    readPageAndSessions(asked),
    readList(local),
    // The list is in the same storage, and its failure is reported there.
    readSettings(local).catch(() => defaultSettings),
    readUsedRoles(local),
    readMenuLayout(local),
    readSessionStarts(session),
    readTeamFailed(local),
  ])
  const own =
    'failure' in list || settings.images ? list : { ...list, targets: await withoutImages(list.targets) }
  const elsewhere = 'failure' in page ? await readElsewhere(page.tab, own) : undefined
  const shown = elsewhere?.list ?? own
  if ('failure' in shown) {
    const isMissing = teamFailed && shown.failure.kind === 'nothing-configured'
    return { failure: isMissing ? { kind: 'team-missing' } : shown.failure, settings }
  }
  const { roles, bases } = shown.targets
  const hasRoles = elsewhere !== undefined || roles.some(({ portal }) => portal !== undefined)
  const names = new Set(bases.map(({ name }) => name))
  const leads = roles.some(({ name, portal }) => portal !== undefined && names.has(name))
  const facts = {
    ...elsewhere,
    ...(leads && { throughPortals: (await import('./offer-through-portals')).throughPortals }),
    list: shown,
    settings,
    layout,
    uses,
    starts,
    teamFailed,
  }
  if ('session' in page) {
    return { facts: { ...facts, tab: page.tab, consoleTab: page, sessions }, settings }
  }
  if ('pageFailure' in page) {
    return { facts: { ...facts, tab: page.tab, blockedTab: page, sessions: [] }, settings }
  }
  const { failure, tab } = page
  // A portal role can be opened from anywhere.
  if (!tab || !hasRoles || failure.kind === 'link-elsewhere') return { failure, settings }
  return { facts: { ...facts, tab, sessions: [] }, settings }
}

async function readList(local: ItemsRead): Promise<ParsedList | { readonly failure: MenuFailure }> {
  try {
    const reading = await readParsedList(local)
    if (reading.kind === 'newer') return { failure: { kind: 'storage-newer' } }
    if (reading.kind === 'unreadable') return { failure: { kind: 'storage-unreadable' } }
    const { targets, profiles, errors } = reading.value
    if (targets.roles.length > 0) return reading.value
    return { failure: profiles + errors > 0 ? { kind: 'no-roles', errors } : { kind: 'nothing-configured' } }
  } catch (error) {
    return { failure: { kind: 'storage-failed', message: errorText(error) } }
  }
}

async function withoutImages(targets: TargetRoles): Promise<TargetRoles> {
  const { withoutImages } = await import('../src/roles/without-images')
  return withoutImages(targets)
}

/** An address that may be an access portal's or of AWS's sign-in: the code that knows is loaded only then. */
const portalOrSignInLike = /^https:\/\/[^/]*(?:\.awsapps\.|\.portal\.|signin)/

async function readElsewhere(tab: Tab | undefined, list: Awaited<ReturnType<typeof readList>>) {
  const url = tab?.url
  if (!url || !portalOrSignInLike.test(url)) return undefined
  const { loadElsewhere } = await import('./load-elsewhere')
  return loadElsewhere({ ...tab, url }, list)
}

async function readTeamFailed(local: ItemsRead): Promise<boolean> {
  const reading = await teamStatusItem.get(local).catch(() => undefined)
  return reading?.kind === 'value' && reading.value?.failure !== undefined
}

/**
 * Returns what the page says and, in multi-session mode, the other sessions: in classic mode there is no need to wait for
 * those.
 */
async function readPageAndSessions(asked: Asked) {
  const tab = await activeTab(asked.tabs)
  const isOneOfSeveral = tab?.url !== undefined && sessionOfUrl(tab.url) !== undefined
  const [page, known] = await Promise.all([
    readPage(tab, asked.page),
    isOneOfSeveral ? readOpenSessions(asked.session) : [],
  ])
  return { page, sessions: 'session' in page ? sessionsBeside(page, known) : [] }
}

/** Returns what the page in the active tab says, or why it says nothing useful. */
async function readPage(
  tab: Tab | undefined,
  asked: Asked['page'],
): Promise<ConsoleTab | BlockedTab | { readonly failure: MenuFailure; readonly tab?: Tab | undefined }> {
  const url = tab?.url
  const link = url?.includes('rolecall=') ? await readLink(url) : undefined
  const place = url === undefined ? undefined : consolePlace(url)
  if (!tab || url === undefined || !place) {
    const host = url !== undefined && link?.linked ? new URL(url).host : undefined
    return { failure: host === undefined ? { kind: 'not-console' } : { kind: 'link-elsewhere', host }, tab }
  }
  const { reading, isFinal } = await readTab(
    tab,
    place,
    asked.then(answer => answer && resultIn<PageFacts>(answer)),
  )
  const page = { tab, url, place, ...link }
  return isFinal ? asRead(page, reading) : { ...page, pageFailure: { kind: 'waiting' } }
}

/** Returns the page's tab with its final answer. */
export function asRead(page: Omit<ConsoleTab, 'session'>, reading: PageReading): ConsoleTab | BlockedTab {
  if ('session' in reading) return { ...page, session: reading.session }
  const ended = reading.pageFailure.kind === 'signed-out' ? page.place.session : undefined
  // If it can't be forgotten, the menu finds out again next time that it has ended.
  if (ended !== undefined) forgetSession(ended).catch(() => {})
  return { ...page, pageFailure: reading.pageFailure }
}

/** Returns what a link, possibly written by somebody else, asks for, and the page's address without it. */
async function readLink(address: string): Promise<Pick<ConsoleTab, 'url' | 'linked'>> {
  // The menu asks about it as soon as it is shown.
  const panel = import('./link-panel')
  const { linkedRole, withoutRoleLink } = await import('../src/roles/role-link')
  await panel
  const linked = linkedRole(address)
  return { url: withoutRoleLink(address), ...(linked && { linked }) }
}

/** Returns the sessions of the tab's cookie jar, with its own last; none in classic mode. */
export function sessionsBeside(
  { tab, session }: ConsoleTab,
  known: readonly OpenSession[],
): readonly OpenSession[] {
  const id = idOf(session)
  if (id === undefined) return []
  const beside = known.filter(other => isSameJar(other, tab) && other.session.partition === session.partition)
  return withSession(beside, { id, session, tab: tab.id, ...jarOf(tab), seen: Date.now() })
}
