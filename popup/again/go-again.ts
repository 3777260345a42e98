import { consoleHomeIn } from '../../src/aws/console-home'
import { consolePlace } from '../../src/aws/console-place'
import { homeRegionOf } from '../../src/aws/partitions'
import { portalLink } from '../../src/aws/portal'
import { redirectUrl } from '../../src/aws/redirect'
import { goToTab, navigate } from '../../src/browser/open-tab'
import type { Tab } from '../../src/browser/tabs'
import type { Role } from '../../src/config/resolve/role'
import { askForPress } from '../../src/launch/open-in-menu'
import { textOfRole } from '../../src/launch/typed-role'
import { isSameJar } from '../../src/lib/cookie-jar'
import { errorText } from '../../src/lib/error-text'
import { switchable } from '../../src/roles/switchable'
import { openSessionOf } from '../../src/sessions/already-open'
import type { OpenSession } from '../../src/sessions/known-sessions'
import type { Again } from '../../src/sessions/role-tabs'
import { changeSessions, forgetSession, readOpenSessions } from '../../src/sessions/stored-sessions'
import { noteSession } from '../../src/sessions/stored-starts'
import { postSwitch } from '../../src/switching/post-switch'
import { switchRequest } from '../../src/switching/switch-request'
import type { Ending } from '../ending-of'
import { inRegionOf } from '../in-region-of'
import { keepNewSession } from '../keep-new-session'
import { logSwitch } from '../log-switch'
import type { Facts } from '../menu-data'
import { destinationOf } from '../portal-destination'
import type { ConsoleTab } from '../tab/console-tab'
import { pageInSession } from '../tab/page-in-session'
import { reachableTab } from '../tab/reachable-tab'
import type { GoThrough } from './go-through'
import { bringTabs, otherTabsOf } from './tabs-of-session'

/**
 * Takes the tab, whose session has ended or is about to, back into its role on the page that it showed: through the portal;
 * in a session of the role that another tab has opened since; or by a switch from an open session. The session's other tabs
 * follow. The open session's tab sends the request if the extension may run there, or else the page that the tab still shows;
 * otherwise that session's tab comes to the front, and its button asks to be pressed. Without such a session, the tab goes
 * through a portal if `goThrough` is given; otherwise the user has to sign in first, and a press then goes on. The role may
 * have been given a reason.
 */
export async function goAgain(role: Role, facts: Facts, goThrough: GoThrough | undefined): Promise<Ending> {
  const { tab, again } = facts
  if (!again) return { kind: 'done' }
  const others = await otherTabsOf(again.session, tab).catch(() => [])
  const ending = await reopen(role, facts, again, goThrough)
  if (ending.kind === 'done' && ending.tab === tab.id) await bringTabs(others, tab, again.session)
  return ending
}

async function reopen(
  role: Role,
  facts: Facts,
  { role: listed, page, session }: Again,
  goThrough: GoThrough | undefined,
): Promise<Ending> {
  const { tab, list, settings, consoleTab } = facts
  const { portal } = role
  if (portal !== undefined) {
    const to = destinationOf(inRegionOf(page, role), page === undefined ? {} : { to: page })
    const ending = await show(tab, portalLink({ url: portal }, role, to))
    if (ending.kind !== 'done') return ending
    // In classic mode, the page won't say that its session is another one.
    if (consoleTab?.session.mode.kind === 'classic') await noteSession(consoleTab.session, tab, role)
    await logAgain(role, tab, page)
    return ending
  }
  const sessions = (await openSessions(session)).filter(one => isSameJar(one, tab))
  const open = openSessionOf(role, sessions)
  if (open) return show(tab, pageIn(open, role, page))
  const senders = sessions.filter(({ session }) =>
    switchable(list.targets, session, settings).roles.includes(listed),
  )
  const unreachable: OpenSession[] = []
  for (const sender of senders) {
    const ending = await switchFrom(sender, role, page, tab, consoleTab)
    if (ending === 'ended') await forgetSession(sender.id).catch(() => {})
    else if (ending === 'unreachable') unreachable.push(sender)
    else return ending
  }
  const text = textOf(role, page)
  const there = unreachable.find(one => one.tab !== undefined)
  if (there?.tab !== undefined) {
    await askForPress(there.tab, { kind: 'typed', text }, 'here')
    await goToTab(there.tab)
    return { kind: 'done' }
  }
  if (goThrough) return goThrough(page === undefined ? facts : { ...facts, to: page }, show)
  await askForPress(tab.id, { kind: 'typed', text }, 'here')
  return {
    kind: 'sign-in-first',
    base: role.base === undefined ? undefined : list.targets.bases[role.base]?.name,
  }
}

/** Returns the known sessions without the one that has ended. */
async function openSessions(ended: string | undefined): Promise<readonly OpenSession[]> {
  if (ended !== undefined) await changeSessions([], [ended]).catch(() => {})
  return readOpenSessions()
}

/**
 * Has a tab of the session switch to the role, or else the page that `tab` still shows, and shows the result in `tab`.
 */
async function switchFrom(
  sender: OpenSession,
  role: Role,
  page: string | undefined,
  tab: Tab,
  shown: ConsoleTab | undefined,
): Promise<Ending | 'ended' | 'unreachable'> {
  const { session } = sender
  const { partition } = session
  const own = await reachableTab(sender)
  const from = own ?? shown?.tab
  if (!from) return 'unreachable'
  // The page's policy allows only the sign-in host of its own region.
  const asking = own || !shown ? session : { ...session, signInHost: shown.session.signInHost }
  const request = switchRequest(inRegionOf(page, role), asking, page ?? home(role, session))
  const outcome = await postSwitch(from, request, partition)
  switch (outcome.kind) {
    case 'no-access':
    case 'blocked':
      return 'unreachable'
    case 'leaving':
      return { kind: 'unknown-answer' }
    case 'refused':
      return outcome.isUnknown ? 'ended' : outcome
    case 'open': {
      const ending = await show(tab, outcome.url)
      if (ending.kind === 'done')
        await keepNewSession(role, session, outcome.url, tab.id, { jar: tab, region: regionOf(page) })
      return ending
    }
    default:
      return outcome
  }
}

function regionOf(page: string | undefined): string | undefined {
  return page === undefined ? undefined : consolePlace(page)?.region
}

/** Returns the page in the open session, or in the region where that page is possible. */
function pageIn({ id, session }: OpenSession, role: Role, page: string | undefined): string {
  const { partition, base } = session
  const there = redirectUrl(page ?? home(role, session), partition, { account: base.id })
  return pageInSession(there, partition, id) ?? there
}

function home({ region }: Role, { partition }: OpenSession['session']): string {
  return consoleHomeIn(region ?? homeRegionOf(partition), partition)
}

/** Returns what has to be typed into the menu for the role on that page. */
function textOf(role: Role, page: string | undefined): string {
  const place = page === undefined ? undefined : consolePlace(page)
  // A session in the address would stand for its account.
  const there = page !== undefined && place ? [redirectUrl(page, place.partition)] : []
  return [...there, textOfRole(role)].join(' ')
}

/** Logs that a portal role was opened. */
async function logAgain(role: Role, jar: Tab, page: string | undefined): Promise<void> {
  const { partition = 'aws' } = role
  await logSwitch(role, { how: 'portal', jar, partition, region: regionOf(page) })
}

async function show({ id }: Tab, url: string): Promise<Ending> {
  try {
    await navigate(id, url)
    return { kind: 'done', tab: id }
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
