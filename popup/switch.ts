import type { ConsolePlace } from '../src/aws/console-place'
import { consoleHost, consolePatterns, consoleSubdomain } from '../src/aws/partitions'
import { isGlobalPage, redirectOnHost, redirectUrl } from '../src/aws/redirect'
import type { Session } from '../src/aws/session'
import { signOutUrl } from '../src/aws/session-host'
import { goToTab, loadAt, loadIn, navigate } from '../src/browser/open-tab'
import { hasOrigins } from '../src/browser/permissions'
import { hasContainers } from '../src/browser/runtime'
import type { Tab } from '../src/browser/tabs'
import type { Role } from '../src/config/resolve/role'
import { hasOnward, moveOnward, onwardOf } from '../src/launch/onward'
import { hasChoice } from '../src/launch/pending-choice'
import { jarOf } from '../src/lib/cookie-jar'
import { errorText } from '../src/lib/error-text'
import type { ReaderFinder } from '../src/roles/before-switch'
import { isCurrent } from '../src/roles/is-current'
import { asSwitched, idOf, type OpenSession } from '../src/sessions/known-sessions'
import { hasLeft } from '../src/sessions/left-roles'
import type { RoleTab } from '../src/sessions/role-tabs'
import { noteRoleTab } from '../src/sessions/stored-role-tabs'
import { keepSession, readOpenSessions } from '../src/sessions/stored-sessions'
import { noteChoice, noteSession } from '../src/sessions/stored-starts'
import { identifyPage, landing } from '../src/switching/landing'
import { postSwitch } from '../src/switching/post-switch'
import { formLink } from '../src/switching/role-copies'
import { switchBackRequest, switchRequest } from '../src/switching/switch-request'
import type { GoThrough } from './again/go-through'
import { askBrowser } from './ask-browser'
import type { Ending } from './ending-of'
import { inRegionOf } from './in-region-of'
import { keepNewSession } from './keep-new-session'
import type { OpenMode } from './keys'
import { logEnd, logSwitch } from './log-switch'
import type { Facts } from './menu-data'
import type { MenuToUse } from './menu-to-use'
import { openPage } from './open-page'
import { openPortalRole } from './open-portal-role'
import type { SeveralMenu } from './several/several-menu'
import type { Through } from './state'
import { awaitSession } from './tab/await-session'
import type { ConsoleTab } from './tab/console-tab'
import { pageInSession } from './tab/page-in-session'
import { reachableTab } from './tab/reachable-tab'

/** How long a tab may take to show another page after it left the previous one, in milliseconds. */
const landingTimeoutMs = 5_000
/**
 * Chromium also applies a page's policy to the redirect after a form; Firefox doesn't. Source: docs/console.md, “Classic
 * switch”.
 */
const checksRedirects = !hasContainers
const formBlocked = { kind: 'blocked', directive: 'form-action' } as const

/**
 * Has the page switch to the role, from the session `base` if given, and opens the result in the background: the popup
 * closes as soon as another tab is in front, and may have something to write first.
 */
export function switchTo(role: Role, how: OpenMode, from: ConsoleTab, base?: OpenSession): Promise<Ending> {
  return from.session.mode.kind === 'classic'
    ? switchClassic(role, how, from)
    : openNewSession(role, how, from, base)
}

async function openNewSession(
  role: Role,
  how: OpenMode,
  from: ConsoleTab,
  base: OpenSession | undefined,
): Promise<Ending> {
  const { tab, session } = from
  const url = pageWanted(from)
  const baseTab = base && (await reachableTab(base))
  // The page's policy allows only the sign-in host of its own region.
  const { signInHost, otherSignInHosts } = session
  const sender = base && { ...base.session, signInHost, ...(otherSignInHosts && { otherSignInHosts }) }
  let outcome =
    baseTab && (await postSwitch(baseTab, switchRequest(role, base.session, url), session.partition))
  if (!outcome || outcome.kind === 'no-access' || outcome.kind === 'blocked') {
    outcome = await postSwitch(tab, switchRequest(role, sender ?? session, url), session.partition)
  }
  if (outcome.kind === 'open') {
    const ending = await openPage(tab, outcome.url, how)
    const jar = tab
    const { region } = from.place
    if (ending.kind === 'done')
      await keepNewSession(role, sender ?? session, outcome.url, ending.tab, { jar, region })
    await continueThere(role, from, ending)
    return ending
  }
  if (outcome.kind === 'refused' && base) return { ...outcome, fromBase: true }
  return outcome.kind === 'leaving' ? { kind: 'unknown-answer' } : outcome
}

/** Returns the page to open, on the tab's own family of hosts, which its session belongs to. */
function pageWanted({ url, to, place: { family }, session: { partition } }: ConsoleTab): string {
  if (to === undefined) return url
  const page = new URL(to)
  const subdomain = consoleSubdomain(page.hostname, partition)
  if (subdomain !== undefined) page.host = consoleHost(subdomain, partition, family)
  return page.href
}

/**
 * Returns where a form leads back to: the wanted page, if the browser lets the tab's page lead there; or else undefined. A
 * policy of the page allows only its own host, but a global service's page may not exist there. Source: docs/console.md,
 * “Classic switch”.
 */
function wayBack(from: ConsoleTab): string | undefined {
  const { url, to, session } = from
  const page = new URL(pageWanted(from))
  if (to === undefined || !checksRedirects) return page.href
  const { host } = new URL(url)
  if (page.host === host) return page.href
  if (isGlobalPage(page) || consoleSubdomain(host, session.partition) === undefined) return undefined
  page.host = host
  return page.href
}

async function switchClassic(role: Role, how: OpenMode, from: ConsoleTab): Promise<Ending> {
  const { tab, to, url, session } = from
  const { partition } = session
  const way = wayBack(from)
  // If the form can't lead to the wanted page, it leads back to this one in its own region: AWS could take the tab to another
  // region's host at any moment, and the extension may not see it there.
  const { region: _, ...anywhere } = role
  const before = await identifyPage(tab)
  const request =
    way === undefined ? switchRequest(anywhere, session, url) : switchRequest(role, session, way)
  const outcome = await postSwitch(tab, request, partition)
  if (outcome.kind === 'open') return { kind: 'unknown-answer' }
  if (outcome.kind !== 'leaving' && outcome.kind !== 'blocked') return outcome
  let isThere = way !== undefined
  let landed =
    outcome.kind === 'leaving'
      ? await landing(tab, before, landingTimeoutMs)
      : ({ kind: 'same-page' } as const)
  if (landed.kind === 'same-page') {
    const blocked = outcome.kind === 'blocked' ? outcome : formBlocked
    if (!checksRedirects) return blocked
    // AWS may have switched, and the page's policy only stopped the way back: the browser may still go there.
    await loadAt(tab.id, redirectOnHost(url, partition, anywhere), before?.url ?? url)
    landed = await landing(tab, before, landingTimeoutMs)
    if (landed.kind !== 'page' || !(await isIn(from, session => isCurrent(role, session)))) return blocked
    isThere = false
  }
  const leadsElsewhere =
    way !== undefined && new URL(redirectUrl(way, partition, role)).host !== new URL(url).host
  if (landed.kind === 'elsewhere' && !leadsElsewhere && (await seesLandings()))
    return { kind: 'left-console' }
  const opened = { ...session, switched: asSwitched(role) }
  await noteSession(opened, tab, role)
  await logSwitch(role, { how: 'switch', jar: tab, partition, region: from.place.region, session: opened })
  const shown = landed.kind === 'page' && to === undefined ? landed.url : pageWanted(from)
  const wanted = redirectUrl(shown, partition, role)
  // In classic mode all tabs have one session, so this tab switches; another one then has the role too.
  if (how !== 'here' && how !== 'again') return openPage(tab, wanted, how)
  // Some pages ignore `region=`, and some couldn't be led to.
  if (landed.kind === 'page' && !(isThere ? isSamePage(landed.url, wanted) : landed.url === wanted))
    await navigate(tab.id, wanted)
  // It isn't in front if the menu was opened elsewhere, to carry out a choice made outside of it.
  return { kind: 'done', tab: tab.id }
}

/**
 * Whether a page that the extension may not see is outside the same console. After the redirect through the sign-in host,
 * Chromium lets it into the console; Firefox only if the user allows the console's hosts.
 */
async function seesLandings(): Promise<boolean> {
  return !hasContainers || (await hasOrigins(...consolePatterns))
}

function isSamePage(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)]
  return a.host === b.host && a.pathname === b.pathname
}

/** Whether the tab's page says that it is in such a session. */
async function isIn({ tab, url, place }: ConsoleTab, test: (session: Session) => boolean): Promise<boolean> {
  const { reading } = await awaitSession({ tab, url, place }, AbortSignal.timeout(landingTimeoutMs))
  return 'session' in reading && test(reading.session)
}

/** Has the page go back to the base account, in classic mode. */
export async function switchBack(from: ConsoleTab): Promise<Ending> {
  const { tab, url, session } = from
  const before = await identifyPage(tab)
  const outcome = await postSwitch(tab, switchBackRequest(session, url), session.partition)
  if (outcome.kind === 'blocked' && checksRedirects) {
    await loadAt(tab.id, url, before?.url ?? url)
    await landing(tab, before, landingTimeoutMs)
    if (!(await isIn(from, ({ switched }) => switched === undefined))) return outcome
  } else if (outcome.kind !== 'leaving' && outcome.kind !== 'open') return outcome
  await logEnd(session, tab)
  return { kind: 'done' }
}

/**
 * Finds the tab of an open session. If another tab or window is wanted, or the session has none, opens this page in it, in
 * the region of `role` if given.
 */
export async function goTo(
  openSession: OpenSession,
  how: OpenMode,
  from: ConsoleTab,
  role?: Role,
): Promise<Ending> {
  const ending = await findTab(openSession, how, from, role)
  if (role) await continueThere(role, from, ending)
  return ending
}

async function findTab(
  openSession: OpenSession,
  how: OpenMode,
  from: ConsoleTab,
  role: Role | undefined,
): Promise<Ending> {
  const {
    tab,
    session: { partition },
  } = from
  const { id, tab: itsTab, session } = openSession
  if (role) await noteChoice(session, tab, role)
  const wanted = { region: role?.region, account: session.base.id }
  const page = pageInSession(redirectUrl(pageWanted(from), partition, wanted), partition, id)
  if (page === undefined || (how === 'here' && itsTab !== undefined)) return { kind: 'done', tab: itsTab }
  const ending = await openPage(tab, page, how)
  if (ending.kind === 'done' && ending.tab !== undefined) {
    // Next time, the profile leads to this tab.
    await keepSession({ ...openSession, tab: ending.tab, seen: Date.now() }).catch(() => {})
  }
  return ending
}

/** If more was to follow the switch to `role`, it follows in the tab that shows the role. */
async function continueThere(role: Role, { tab }: ConsoleTab, ending: Ending): Promise<void> {
  if (ending.kind === 'done' && ending.tab !== undefined) await moveOnward(tab.id, role.name, ending.tab)
}

/** Opens the wanted page in the tab's own session, which is the role's, if one is given: in the tab, or as `how` says. */
export async function moveHere(role: Role | undefined, from: ConsoleTab, how: OpenMode): Promise<Ending> {
  const { tab, session } = from
  const { partition } = session
  if (role) await noteChoice(session, tab, role)
  const id = idOf(session)
  const wanted = { region: role?.region, account: (session.switched?.account ?? session.base).id }
  const there = redirectUrl(pageWanted(from), partition, wanted)
  const page = id === undefined ? there : pageInSession(there, partition, id)
  if (page === undefined) return { kind: 'done' }
  if (how === 'tab' || how === 'window') return openPage(tab, page, how)
  try {
    await navigate(tab.id, page)
    return { kind: 'done', tab: tab.id }
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}

/** Opens AWS's own switch form, filled in for the role, on the page's family of hosts or on the given sign-in host. */
export async function openForm(
  role: Role,
  how: OpenMode,
  { tab, place }: { readonly tab: Tab; readonly place: ConsolePlace },
  signInHost?: string,
): Promise<Ending> {
  const ending = await openPage(tab, formLink(role, place, signInHost), how)
  const { partition, region } = place
  if (ending.kind === 'done') await logSwitch(role, { how: 'form', jar: tab, partition, region })
  return ending
}

/** Signs the session out, as the console's own menu does. Returns why it failed, if it did. */
export async function signOutOf(open: OpenSession): Promise<string | undefined> {
  const { id, session, tab } = open
  try {
    await loadIn(tab, signOutUrl(session.signInHost, id), jarOf(open))
    await logEnd(session, open)
    return undefined
  } catch (error) {
    return errorText(error)
  }
}

/**
 * Notes which role the tab is in. Carries out a choice that was made outside of the menu, continues what the tab was opened
 * for, or offers the roles that are left from before: the first of these that there is. If they can't be read, they are
 * forgotten.
 */
export async function carryOutWaiting(menu: MenuToUse & SeveralMenu): Promise<void> {
  menu.pageRead?.then(() => noteTab(menu))
  const { session } = askBrowser()
  const stored = await Promise.all([hasChoice(session), hasOnward(session), hasLeft(session)]).catch(() => [])
  const [isChosen, isOnward, isLeft] = stored
  if (isChosen && (await (await import('./carry-out-choice')).carryOutChoice(menu))) return
  if (isOnward && (await (await import('./continue-onward')).continueOnward(menu))) return
  if (!isLeft) return
  // The roles that are offered may depend on what the page still has to say.
  await menu.pageRead
  await (await import('./several/offer-left')).offerLeft(menu)
}

/**
 * Notes which role the menu's tab is in, so that it can be offered again once its session has ended; offers it if nobody is
 * signed in there anymore.
 */
async function noteTab({ getState, aimed, learn }: SeveralMenu): Promise<void> {
  const [state, tab] = [getState(), aimed()?.tab]
  if (state.kind !== 'menu' || !tab) return
  const { current, session, page, pageFailure, targets } = state
  if (pageFailure?.kind === 'signed-out') {
    const { loadAgain } = await import('./again/load-again')
    const again = await loadAgain(tab, targets.roles)
    if (again) learn({ again })
  }
  if (session && current) await noteRoleTab(roleTab(tab.id, current, page, idOf(session)))
}

function roleTab(tab: number, role: Role, page: string | undefined, session: string | undefined): RoleTab {
  const { name, account, roleName } = role
  return { tab, name, account, roleName, ...(page && { page }), ...(session && { session }) }
}

/** Takes the tab back into the role whose session has ended there. What does it is loaded only then. */
export async function goAgain(
  role: Role,
  facts: Facts,
  through: Through | undefined,
  readerOf: ReaderFinder | undefined,
): Promise<Ending> {
  const goThrough: GoThrough | undefined =
    through && ((facts, show) => openPortalRole(role, 'here', facts, through, readerOf, show))
  return (await import('./again/go-again')).goAgain(role, facts, goThrough)
}

/**
 * Begins a new session of the role that the tab is in, on the page that the tab shows, and takes the session's other tabs
 * along. In classic mode, that is a switch in place.
 */
export async function renew(role: Role, facts: Facts): Promise<Ending> {
  const { consoleTab } = facts
  if (!consoleTab) return { kind: 'done' }
  const { url, session } = consoleTab
  if (session.mode.kind === 'classic' && role.portal === undefined)
    return switchTo(inRegionOf(url, role), 'here', consoleTab)
  const id = idOf(session)
  const again = { role, page: url, ...(id !== undefined && { session: id }) }
  return goAgain(role, { ...facts, again }, undefined, undefined)
}

/**
 * Brings the tab, in which `role` was opened from `facts`, to the front. Ignores that it may have been closed in between.
 */
export async function showTab(tab: number, role?: Role, facts?: Facts): Promise<void> {
  if (role) await noteOpened(tab, role, facts)
  await goToTab(tab).catch(() => {})
}

/** Notes that `role` was opened from `facts` in the tab, unless the tab is only on the way to it. Never rejects. */
export async function noteOpened(tab: number, role: Role, facts: Facts | undefined): Promise<void> {
  if (await onwardOf(tab).catch(() => undefined)) return
  const page = facts?.again?.page ?? facts?.to ?? facts?.consoleTab?.to ?? facts?.consoleTab?.url
  const sessions = await readOpenSessions()
  const session = sessions.find(one => one.tab === tab)
  await noteRoleTab(roleTab(tab, role, page, session?.id))
}
