import { errorText } from '../src/browser/error-text'
import { goToTab, loadIn, openBeside, openInWindow } from '../src/browser/open-tab'
import { postSwitch } from '../src/browser/post-switch'
import type { Tab } from '../src/browser/tabs'
import { consoleHost } from '../src/console/partitions'
import { portalLink } from '../src/console/portal'
import { redirectUrl } from '../src/console/redirect'
import { inSession, isSessionId, signOutUrl } from '../src/console/session-host'
import { switchBackRequest, switchRequest } from '../src/console/switch-request'
import { containerLink } from '../src/roles/container'
import { asSwitched, idOf, newSession, type OpenSession } from '../src/roles/open-sessions'
import { partitionOf } from '../src/roles/partition-of'
import type { Role } from '../src/roles/role'
import { formLink } from '../src/roles/role-copies'
import { keepSession } from '../src/storage/open-sessions'
import { noteSession } from '../src/storage/session-starts'
import type { How } from './keys'
import type { ConsoleTab } from './load'
import type { Failure } from './state'

/** How a command ended: where it did well, with the tab to go to, if that is another one. */
export type Ending = { readonly kind: 'done'; readonly tab?: number | undefined } | Failure

/**
 * Has the page switch to the role, from the session `base` where one is given, and opens what is to be opened behind this
 * tab: the popup closes as soon as another tab is in front, and may have something to write before.
 */
export async function switchTo(
  role: Role,
  how: How,
  { tab, url, session }: ConsoleTab,
  base?: OpenSession,
): Promise<Ending> {
  // The page's policy knows the sign-in host of its own region only.
  const from = base ? { ...base.session, signInHost: session.signInHost } : session
  const outcome = await postSwitch(tab, switchRequest(role, from, url), session.partition)
  if (outcome.kind === 'open') {
    const ending = await open(tab, outcome.url, how)
    if (ending.kind === 'done') await keep(role, from, outcome.url, ending.tab, tab.isPrivate)
    return ending
  }
  if (outcome.kind === 'refused' && base) return { ...outcome, fromBase: true }
  if (outcome.kind !== 'leaving') return outcome
  await noteSession({ ...from, switched: asSwitched(role) }, tab.isPrivate, true)
  // In classic mode all tabs have one session, so it is this tab that switches; another one then has the role too.
  if (how === 'here' || how === 'anew') return { kind: 'done' }
  return open(tab, redirectUrl(url, session.partition, role.region), how)
}

/** Has the page go back to the base account, in classic mode. */
export async function switchBack({ tab, url, session }: ConsoleTab): Promise<Ending> {
  const outcome = await postSwitch(tab, switchBackRequest(session, url), session.partition)
  return outcome.kind === 'leaving' || outcome.kind === 'open' ? { kind: 'done' } : outcome
}

/**
 * Finds the tab of a session that is open already; where another tab or window is wanted, or the session has none, opens
 * this page in it, in `region` where that is given.
 */
export async function goTo(
  { id, tab: itsTab }: OpenSession,
  how: How,
  { tab, url, session: { partition } }: ConsoleTab,
  region?: string,
): Promise<Ending> {
  const page = inSession(redirectUrl(url, partition, region), partition, id)
  if (page !== undefined && (how !== 'here' || itsTab === undefined)) return open(tab, page, how)
  return { kind: 'done', tab: itsTab }
}

/**
 * Opens the role in a Firefox container of its own, where other cookies are kept: by its portal's link, or by AWS's own
 * switch form, since in there nobody need be signed in yet.
 */
export function openInContainer(role: Role, tab: Tab, consoleTab: ConsoleTab | undefined): Promise<Ending> {
  const { portal } = role
  const url =
    portal === undefined
      ? formLink(role, partitionOf(role, consoleTab?.session))
      : portalLink({ url: portal }, role, destinationOf(role, consoleTab))
  return open(tab, containerLink(role, url), 'here')
}

/**
 * Opens a portal role by its portal's link, landing on the console page that the tab shows, where the portal is of its
 * partition, else in the role's region.
 */
export function openPortalRole(
  role: Role & { readonly portal: string },
  how: How,
  tab: Tab,
  consoleTab: ConsoleTab | undefined,
): Promise<Ending> {
  return open(tab, portalLink({ url: role.portal }, role, destinationOf(role, consoleTab)), how)
}

function destinationOf(
  { partition = 'aws', region }: Role,
  page: ConsoleTab | undefined,
): string | undefined {
  if (page?.session.partition === partition) return redirectUrl(page.url, partition, region)
  return region && `https://${consoleHost(region, partition)}/console/home?region=${region}`
}

/** Signs the session out, as the console's own menu does. Gives why it could not be done, where it could not. */
export async function signOutOf({
  id,
  session: { signInHost },
  tab,
}: OpenSession): Promise<string | undefined> {
  try {
    await loadIn(tab, signOutUrl(signInHost, id))
    return undefined
  } catch (error) {
    return errorText(error)
  }
}

/** Brings the tab to the front. Its having been closed in between is no reason to say anything. */
export async function showTab(tab: number): Promise<void> {
  await goToTab(tab).catch(() => {})
}

async function open(tab: Tab, url: string, how: How): Promise<Ending> {
  try {
    return { kind: 'done', tab: await (how === 'window' ? openInWindow(tab, url) : openBeside(tab, url)) }
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}

/** Keeps what the answer says of the new session. Where that can't be kept, only marks are missing. */
async function keep(
  role: Role,
  from: ConsoleTab['session'],
  destination: string,
  tab: number | undefined,
  isPrivate: boolean,
): Promise<void> {
  const id = new URL(destination).searchParams.get('login_hint') ?? ''
  const base = idOf(from)
  if (!isSessionId(id) || tab === undefined || base === undefined) return
  const session = newSession(role, from, id)
  await keepSession({ id, session, tab, from: base, isPrivate, seen: Date.now() }).catch(() => {})
  await noteSession(session, isPrivate, true)
}
