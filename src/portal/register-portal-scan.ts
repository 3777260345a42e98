import { portalOfPage } from '../aws/portal'
import { clearAlarm, onAlarm, setAlarm } from '../browser/background-events'
import { onTabRequest } from '../browser/messaging'
import { valueIn } from '../browser/stored-item'
import { addressOfTab } from '../browser/tabs'
import { inTurn } from '../lib/in-turn'
import { oneAtATime } from '../lib/one-at-a-time'
import { askInTab, readPageInTab } from './ask-in-tab'
import { foundPortals, withFoundPortal } from './found-portals'
import { maxWaitMs, waitOf } from './pace'
import { portalCall } from './portal-question'
import {
  answered,
  nextStep,
  pageWasRead,
  type Scan,
  type Step,
  stopped,
  unaskable,
  wantedScan,
  withEarlier,
} from './scan'
import { scanItem } from './stored-scan'

/** The alarm that lets a search go on if the browser has stopped the background script. */
const alarmName = 'portal-scan'
/** How long the browser may leave it stopped, in milliseconds. Chromium waits at least this long. */
const safetyMs = 30_000
/** A wait that the browser may not leave the script running for, in milliseconds. */
const longTimerMs = 10_000
/**
 * How often what was found is stored, in milliseconds, and how much less often for each account: all of it is written and read
 * again. A stopped script asks the portal again for what it hadn't stored.
 */
const storeEveryMs = 1_000
const storeLaterMs = 3

/**
 * Searches a portal in its own tab, one request after the other, once the user has pressed the button there. It needs no
 * popup: the browser may stop the background script meanwhile, and it goes on from what is stored.
 */
export function registerPortalScan(): void {
  const inOrder = inTurn()
  /** The running search, which is stored only now and then. */
  let known: Scan | undefined
  let storedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const current = async () => known ?? valueIn(await scanItem.get())

  const keep = async (scan: Scan, isUrgent: boolean) => {
    const isRunning = scan.state.kind === 'running'
    known = isRunning ? scan : undefined
    const storeAfterMs = storeEveryMs + storeLaterMs * scan.found.accounts.length
    if (isRunning && !isUrgent && Math.abs(Date.now() - storedAt) < storeAfterMs) return
    storedAt = Date.now()
    const found = valueIn(await foundPortals.get()) ?? []
    const earlier = found.find(({ url }) => url === scan.found.url)
    // In this order: what is asked again after a stop is found again.
    if (scan.found.accounts.length > 0)
      await foundPortals.set(withFoundPortal(found, withEarlier(scan.found, earlier)))
    await scanItem.set(scan)
    if (isRunning) await setAlarm(alarmName, safetyMs)
  }

  const step = oneAtATime(async () => {
    clearTimeout(timer)
    const scan = await inOrder(current)
    const next = scan && nextStep(scan)
    if (!scan || !next) return clearAlarm(alarmName)
    const wait = waitOf(scan.pace, Date.now())
    if (wait > 0) {
      if (wait > longTimerMs) await setAlarm(alarmName, Math.max(wait, safetyMs))
      timer = setTimeout(go, wait)
      return
    }
    const change = await take(scan, next)
    await inOrder(async () => {
      const now = await current()
      // Another search may have been started meanwhile. One that was stopped keeps what it found.
      if (now?.startedAt !== scan.startedAt) return
      const after = change(now)
      await keep(now.state.kind === 'running' ? after : { ...after, state: now.state }, next.kind === 'page')
    })
    timer = setTimeout(go)
  })
  // If what was found can't be stored, the alarm tries again.
  const go = () => void step().catch(() => {})

  const look = async (wish: Parameters<typeof wantedScan>[1], tab: number) => {
    const portal = portalOfPage((await addressOfTab(tab)) ?? '')
    if (!portal) return
    await inOrder(async () => {
      const before = await current()
      const wanted = wantedScan(before, wish, { url: portal.url, tab, now: Date.now() })
      if (wanted !== before) await keep(wanted, true)
    })
    go()
  }
  onTabRequest('look-in-portal', tab => look('look', tab))
  onTabRequest('continue-in-portal', tab => look('continue', tab))
  onTabRequest('look-again-in-portal', tab => look('again', tab))
  onTabRequest('stop-in-portal', () =>
    inOrder(async () => {
      const scan = await current()
      if (scan) await keep(stopped(scan), true)
    }),
  )
  onAlarm(alarmName, maxWaitMs, go)
}

/** Takes a step in the tab. Returns how it changes the search. */
async function take({ tab, found: { url } }: Scan, step: Step): Promise<(scan: Scan) => Scan> {
  if (step.kind === 'page') {
    const reading = await readPageInTab(tab, url)
    return scan => pageWasRead(scan, reading)
  }
  const call = portalCall(step)
  if (!call) return scan => unaskable(scan, step)
  const sentAt = Date.now()
  const answer = await askInTab(tab, url, call)
  return scan => answered(scan, step, answer, { sentAt, now: Date.now() })
}
