import { consolePlace } from '../aws/console-place'
import { consolePatterns } from '../aws/partitions'
import { readSession } from '../aws/read-session'
import type { Session } from '../aws/session'
import { maxSessionSeconds } from '../aws/session-limits'
import { type Badge, showBadge } from '../browser/action'
import { onAlarm, setAlarmBy } from '../browser/background-events'
import { countMessage, message } from '../browser/i18n'
import { type AskingPage, onPageRequest, tellPages } from '../browser/messaging'
import { hasOrigins } from '../browser/permissions'
import { valueIn } from '../browser/stored-item'
import type { TargetRoles } from '../config/resolve/target-roles'
import { textColorOn } from '../lib/color'
import type { CookieJar } from '../lib/cookie-jar'
import { inflate } from '../lib/deflate'
import { spacedAnswers } from '../lib/spaced-answers'
import { parseText } from '../list/parse-stored'
import { type Clock, chosenProfile, clockOf } from '../sessions/session-clock'
import { noteSession, readSessionStarts } from '../sessions/stored-starts'
import { readSettings, type Settings, wantsMarks } from '../settings/settings'
import { parsedItem } from '../storage/list-items'
import { unpackRoles } from '../storage/unpack-roles'
import { readConsolePage } from '../switching/read-console-page'
import { type Mark, markOf } from './mark'
import { groupTab, wantsGroups } from './role-groups'
import { whenSettled } from './session-copy'

/** Color of profiles without a `color`. */
const unmarkedColor = '687078'
/** Name of the alarm that makes pages ask again because a clock changes. */
const clockAlarm = 'session-clock'
/** Minimum time between two answers to a page, in milliseconds, whatever runs in it. */
const answerPauseMs = 500

/** What a console page's content script has to show; undefined for nothing. */
export interface MarkMessage {
  readonly name: string
  readonly account: string
  /** Six hex digits. */
  readonly color: string
  /** Text color on it, six hex digits. */
  readonly ink: string
  readonly inTab: boolean
  readonly onPage: boolean
}

/**
 * Tells the content script of each console page what to show, and shows the color on the toolbar button, with the minutes
 * left near the end of a role session. The session is read as the menu reads it.
 */
export function registerPageAnswers(): void {
  const answer = async (page: AskingPage) => {
    await whenSettled()
    const found = await findMark(page)
    // The tab may be gone by now.
    const show = (badge?: Badge) => showBadge(page.tab, badge).catch(() => {})
    if (!found) {
      await show()
      return undefined
    }
    const { mark, session, settings } = found
    const { name, account, color = unmarkedColor } = mark
    const ink = textColorOn(color)
    const clock = await readClock(session, page, mark)
    await show(settings.markTabs ? { color, ink, ...badgeTexts(mark, clock?.left) } : undefined)
    if (await wantsGroups(settings)) await groupTab(page, session, mark, color)
    return {
      name,
      account,
      color,
      ink,
      inTab: settings.markTabs,
      onPage: settings.markPages,
    } satisfies MarkMessage
  }
  onPageRequest(spacedAnswers(answer, ({ tab, url }) => `${tab} ${url}`, answerPauseMs))
  onAlarm(clockAlarm, maxSessionSeconds * 1000, () => void tellPages())
}

interface Found {
  readonly mark: Mark
  readonly session: Session
  readonly settings: Settings
}

/** Returns the mark of the page's session, if the user wants marks. */
async function findMark(asking: AskingPage): Promise<Found | undefined> {
  const place = consolePlace(asking.url)
  const settings = await readSettings()
  if (place === undefined || !wantsMarks(settings)) return undefined
  // A tab where the button was pressed could still be read, but the user has revoked that.
  if (!(await hasOrigins(...consolePatterns))) return undefined
  const page = await readConsolePage({ id: asking.tab })
  const reading = 'facts' in page ? readSession(page.facts, place) : undefined
  if (!reading || 'failure' in reading) return undefined
  const { session } = reading
  const [targets, starts] = await Promise.all([readTargets(), readSessionStarts()])
  const chosen = chosenProfile(starts, session, asking)
  const mark = targets && markOf(session, targets, { chosen, region: place.region })
  return mark && { mark, session, settings }
}

/** Returns the clock of the page's session, which is seen now; schedules redrawing the button for when it changes. */
async function readClock(session: Session, jar: CookieJar, { duration }: Mark): Promise<Clock | undefined> {
  const starts = await noteSession(session, jar)
  const clock = duration === undefined ? undefined : clockOf(starts, session, jar, Date.now(), duration)
  if (clock?.next !== undefined) await setAlarmBy(clockAlarm, clock.next)
  return clock
}

function badgeTexts({ name, account }: Mark, left: number | undefined): Pick<Badge, 'text' | 'title'> {
  const title = `${message('extension_action')}: ${name} · ${account}`
  if (left === undefined) return { title }
  const ends = left === 0 ? message('popup_clockOver') : countMessage('popup_clockLeft', left)
  return { text: message('button_minutes', left), title: `${title} · ${ends}` }
}

let last: { readonly packed: string; readonly targets: TargetRoles } | undefined

/**
 * Returns the roles in use, unpacked once for as long as they stay the same, since every page asks. It can't read them as
 * the menu does: a service worker can't load code on demand.
 */
async function readTargets(): Promise<TargetRoles | undefined> {
  const parsed = valueIn(await parsedItem.get())
  if (parsed) {
    const packed = parsed.targets
    if (last?.packed !== packed) last = { packed, targets: unpackRoles(JSON.parse(await inflate(packed))) }
    return last.targets
  }
  return valueIn(await parseText())?.targets
}
