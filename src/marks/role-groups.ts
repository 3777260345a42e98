import { sessionOfUrl } from '../aws/console-place'
import { consolePatterns } from '../aws/partitions'
import type { Session } from '../aws/session'
import { signOutUrl } from '../aws/session-host'
import { clearAlarm, onAlarm, setAlarm } from '../browser/background-events'
import type { AskingPage } from '../browser/messaging'
import { visit } from '../browser/open-tab'
import { hasOrigins, hasTabGroups } from '../browser/permissions'
import {
  dissolveGroups,
  dressGroup,
  groupsIn,
  onTabClosed,
  placeOfTab,
  putInGroup,
} from '../browser/tab-groups'
import { allTabs } from '../browser/tabs'
import { jarName, jarOf } from '../lib/cookie-jar'
import { inTurn } from '../lib/in-turn'
import { noteSessionEnd } from '../log/register-log'
import { forgetSession } from '../sessions/stored-sessions'
import { readSettings, type Settings } from '../settings/settings'
import { groupColor } from './group-color'
import type { Mark } from './mark'
import { isPlaced, placeInGroup, withoutTab, withTab } from './place-in-group'
import { whenSettled } from './session-copy'
import { keepGroupedTabs, readGroupedTabs } from './stored-groups'

const signOutAlarm = 'sign-out'
/** Longer than a page may take to load, in milliseconds. */
const signOutRetryMs = 60_000

// Two tabs of one session must not each make a group.
const oneByOne = inTurn()

function attempt(work: () => Promise<void>): Promise<void> {
  // If the browser refuses, as it does while the user drags a tab, the page's next question tries again.
  return oneByOne(() => whenSettled().then(work)).catch(() => {})
}

/** Whether tab grouping is on and permitted. The caller checks the console hosts. */
export async function wantsGroups({ groupTabs }: Settings): Promise<boolean> {
  return groupTabs && (await hasTabGroups())
}

/**
 * Puts the tab of a role's multi-session session into the session's group. Other tabs stay where they are. The tab's address
 * says which session it is: a page's own claim must not sign another session out. Returns whether it is in a role's group.
 */
export async function groupTab(
  page: AskingPage,
  session: Session,
  { name, account, duration }: Mark,
  color: string,
): Promise<boolean> {
  const { tab } = page
  const id = sessionOfUrl(page.url)
  // No role means the base account, which isn't grouped.
  if (id === undefined || duration === undefined) return false
  let isGrouped = false
  await attempt(async () => {
    const known = await readGroupedTabs()
    const { windowId, group, isPinned } = await placeOfTab(tab)
    if (isPlaced(tab, id, known)) {
      isGrouped = group !== undefined && group in known.groups
      return
    }
    // A pinned tab can't be in a group: grouping would unpin it and move it away from where the user wants it.
    if (isPinned) return
    const asked = {
      tab,
      group,
      session: id,
      role: `${name} ${account}`,
      title: name,
      color: groupColor(color),
      ...jarOf(page),
    }
    const place = placeInGroup(asked, await groupsIn(windowId), known)
    let joined: number | undefined
    if (place.kind === 'join') joined = await putInGroup(tab, windowId, place.group)
    if (place.kind === 'new') {
      // Otherwise a group without a title would be taken for the user's own if the script were stopped here.
      await keepGroupedTabs({ ...known, making: tab })
      joined = await putInGroup(tab, windowId, undefined)
    }
    if (place.kind === 'finish') joined = place.group
    if (joined !== undefined && place.kind !== 'join') await dressGroup(joined, asked.title, asked.color)
    await keepGroupedTabs(withTab(known, asked, session.signInHost, joined))
    isGrouped = joined !== undefined
  })
  return isGrouped
}

/** Removes the groups that were made for roles; their tabs stay. */
export function dissolveAllGroups(): Promise<void> {
  return attempt(async () => {
    const known = await readGroupedTabs()
    const ids = Object.keys(known.groups).map(Number)
    if (ids.length === 0) return
    await dissolveGroups(ids)
    await keepGroupedTabs({ ...known, tabs: {}, groups: {} })
  })
}

/**
 * Forgets closed tabs and, if the user wants it, signs a session out with the last of its tabs: closing a group closes its
 * tabs. Closing a window signs nobody out, since the browser can reopen it.
 */
export function registerGroupSignOut(): void {
  onTabClosed((tab, withWindow) =>
    attempt(async () => {
      const { known, closed } = withoutTab(await readGroupedTabs(), tab)
      if (!closed) return
      if (withWindow) return keepGroupedTabs(known)
      // If the script is stopped on the way, the alarm starts it again.
      await keepGroupedTabs({ ...known, ending: [...(known.ending ?? []), { ...closed, tab }] })
      await setAlarm(signOutAlarm, signOutRetryMs)
      await signOutEnding()
    }),
  )
  onAlarm(signOutAlarm, signOutRetryMs, () => attempt(signOutEnding))
}

/** Signs out the sessions that no tab shows anymore, if the user wants that. */
async function signOutEnding(): Promise<void> {
  const { ending = [], ...known } = await readGroupedTabs()
  const settings = await readSettings()
  const isWanted =
    ending.length > 0 &&
    settings.signOutWithGroup &&
    (await wantsGroups(settings)) &&
    (await hasOrigins(...consolePatterns))
  for (const { tab, session, signInHost, isPrivate = false, ...store } of isWanted ? ending : []) {
    // Firefox may still list the tab that has just been closed.
    const isShown = (await allTabs()).some(
      ({ id, url }) => id !== tab && url !== undefined && sessionOfUrl(url) === session,
    )
    if (isShown) continue
    // A page that doesn't load stays visible in its tab, and isn't tried again.
    await visit(signOutUrl(signInHost, session), { isPrivate, ...store }).then(
      async () => {
        await forgetSession(session)
        if (isPrivate) return
        await noteSessionEnd({ jar: jarName({ isPrivate, ...store }), name: session }).catch(() => {})
      },
      () => {},
    )
  }
  await keepGroupedTabs(known)
  await clearAlarm(signOutAlarm)
}
