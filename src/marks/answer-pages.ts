import { aliasOrId } from '../aws/compare-accounts'
import { consolePlace } from '../aws/console-place'
import { consolePatterns } from '../aws/partitions'
import { readSession } from '../aws/read-session'
import type { Session } from '../aws/session'
import { maxSessionSeconds } from '../aws/session-limits'
import { type Badge, showBadge } from '../browser/action'
import { onAlarm, setAlarmBy } from '../browser/background-events'
import { message } from '../browser/i18n'
import { type AskingPage, onPageRequest, tellPages } from '../browser/messaging'
import { hasOrigins } from '../browser/permissions'
import { onStorageChange } from '../browser/storage-areas'
import { storedItem } from '../browser/stored-item'
import { askedLinksItem } from '../launch/asked-links'
import { onwardItem } from '../launch/onward'
import { type WaitingPress, waitingPress } from '../launch/waiting-press'
import { textColorOn } from '../lib/color'
import type { CookieJar } from '../lib/cookie-jar'
import { monogram } from '../lib/monogram'
import { spacedAnswers } from '../lib/spaced-answers'
import { readTargets } from '../list/read-targets'
import { type Clock, chosenProfile, clockOf } from '../sessions/session-clock'
import { noteSession, readSessionStarts, sessionStartsDefinition } from '../sessions/stored-starts'
import { readSettings, type Settings } from '../settings/settings'
import { marksPages, wantsMarks } from '../settings/wants-marks'
import { readConsolePage } from '../switching/read-console-page'
import { endingText, type Label, labelOf, shownAccount, unknownLabel } from './label'
import { accountOf, type Mark, markOf } from './mark'
import { groupTab, wantsGroups } from './role-groups'
import { whenSettled } from './session-copy'

/** Color of profiles without a `color`, and of accounts that aren't in the list. */
const unmarkedColor = '687078'
/** Name of the alarm that makes pages ask again because a clock changes. */
const clockAlarm = 'session-clock'
/** Minimum time between two answers to a page, in milliseconds, whatever runs in it. */
const answerPauseMs = 500

/** What a console page's content script has to show; undefined for nothing. */
export interface MarkMessage {
  /** Six hex digits. */
  readonly color: string
  /** Text color on it, six hex digits. */
  readonly ink: string
  /** What the tab's title starts with. */
  readonly title?: string
  readonly icon?: Icon
  readonly frame?: Frame
}

interface Icon {
  /** At most two. */
  readonly letters: string
  /** Whether it is a square rather than a disc. */
  readonly isSquare: boolean
}

/** The frame around a page. */
interface Frame {
  /** Production differs in shape, not only in color. */
  readonly look: 'plain' | 'production' | 'unknown'
  readonly label: Label
}

/**
 * Tells the content script of each console page what to show, and shows the color on the toolbar button, with the minutes
 * left near the end of a role session. The session is read as the menu reads it.
 */
export function registerPageAnswers(): void {
  const answer = async (page: AskingPage) => {
    await whenSettled()
    const found = await findSession(page)
    // The tab may be gone by now.
    const waiting = await waitingPress(page.tab, page.url).catch(() => undefined)
    // While something waits for a press, the button says only that.
    const show = (badge?: Badge) => showBadge(page.tab, waiting?.badge ?? badge).catch(() => {})
    if (!found?.mark) {
      await show()
      return found && markOfUnknown(found, waiting)
    }
    const { mark, session, settings } = found
    const { color = unmarkedColor } = mark
    const ink = textColorOn(color)
    const clock = await readClock(session, page, mark)
    const badge = { color, ink, ...badgeTexts(mark, clock, settings) }
    await show(settings.marks === 'off' ? undefined : badge)
    const isGrouped = (await wantsGroups(settings)) && (await groupTab(page, session, mark, color))
    return messageOf({ ...found, mark }, { color, ink, clock, isGrouped, waiting })
  }
  onPageRequest(spacedAnswers(answer, ({ tab, url }) => `${tab} ${url}`, answerPauseMs))
  onAlarm(clockAlarm, maxSessionSeconds * 1000, () => void tellPages())
  // The menu says when a session began once its page is there, and has asked.
  const { place } = storedItem(sessionStartsDefinition)
  onStorageChange(change => {
    if (change.isOf(place)) void tellIf(marksPages).catch(() => {})
    if (change.isOf(askedLinksItem.place, onwardItem.place)) void tellIf(wantsMarks).catch(() => {})
  })
}

async function tellIf(concerns: (settings: Settings) => boolean): Promise<void> {
  if (concerns(await readSettings())) await tellPages()
}

interface Found {
  /** Undefined if the list doesn't have the session's account. */
  readonly mark?: Mark | undefined
  readonly session: Session
  readonly region?: string | undefined
  readonly settings: Settings
}

interface Shown {
  readonly color: string
  readonly ink: string
  readonly clock: Clock | undefined
  /** Whether the tab is in a group that has the name. */
  readonly isGrouped: boolean
  readonly waiting: WaitingPress | undefined
}

function messageOf(
  { mark, region, settings }: Found & { readonly mark: Mark },
  { color, ink, clock, isGrouped, waiting }: Shown,
): MarkMessage {
  const { name, isProduction } = mark
  const { marks, nameInTitle, hideAccountIds, colorRegions } = settings
  const isLoud = marks === 'loud' && isProduction
  const asks = waiting?.label
  const label = () => labelOf(mark, { region, clock, hideAccountIds, colorRegions, asks }, Date.now())
  return {
    color,
    ink,
    ...(nameInTitle && !isGrouped && { title: name }),
    ...(marks !== 'off' && { icon: { letters: monogram(name), isSquare: isLoud } }),
    ...(marksPages(settings) && { frame: { look: isLoud ? 'production' : 'plain', label: label() } }),
  }
}

/** Without a mark, a page looks as with marks turned off. So an account that the list doesn't have says so. */
function markOfUnknown(
  { session, settings }: Found,
  waiting: WaitingPress | undefined,
): MarkMessage | undefined {
  if (!settings.markUnknown || !marksPages(settings)) return undefined
  const { hideAccountIds } = settings
  const label = unknownLabel(aliasOrId(accountOf(session)), { hideAccountIds, asks: waiting?.label })
  return { color: unmarkedColor, ink: textColorOn(unmarkedColor), frame: { look: 'unknown', label } }
}

/** Returns the page's session and its mark, if the user wants marks and has a list. */
async function findSession(asking: AskingPage): Promise<Found | undefined> {
  const place = consolePlace(asking.url)
  const settings = await readSettings()
  if (place === undefined || !wantsMarks(settings)) return undefined
  // A tab where the button was pressed could still be read, but the user has revoked that.
  if (!(await hasOrigins(...consolePatterns))) return undefined
  const page = await readConsolePage({ id: asking.tab })
  const reading = 'facts' in page ? readSession(page.facts, place) : undefined
  if (!reading || 'failure' in reading) return undefined
  const { session } = reading
  const { region } = place
  const [targets, starts] = await Promise.all([readTargets(), readSessionStarts()])
  if (!targets || targets.roles.length + targets.bases.length === 0) return undefined
  const chosen = chosenProfile(starts, session, asking)
  return { mark: markOf(session, targets, { chosen, region, url: asking.url }), session, region, settings }
}

/** Returns the clock of the page's session, which is seen now; schedules redrawing the button for when it changes. */
async function readClock(session: Session, jar: CookieJar, { duration }: Mark): Promise<Clock | undefined> {
  const starts = await noteSession(session, jar)
  const clock = duration === undefined ? undefined : clockOf(starts, session, jar, Date.now(), duration)
  if (clock?.next !== undefined) await setAlarmBy(clockAlarm, clock.next)
  return clock
}

function badgeTexts(
  { name, account }: Mark,
  clock: Clock | undefined,
  { hideAccountIds }: Settings,
): Pick<Badge, 'text' | 'title'> {
  const who = [name, shownAccount(account, hideAccountIds)].filter(Boolean).join(' · ')
  const title = `${message('extension_action')}: ${who}`
  const ending = clock && endingText(clock)
  if (clock?.left === undefined || ending === undefined) return { title }
  return { text: message('button_minutes', clock.left), title: `${title} · ${ending}` }
}
