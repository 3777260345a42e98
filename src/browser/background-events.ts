import { oneAtATime } from '../lib/one-at-a-time'
import { browser } from './api'
import { onRequest, type Request } from './messaging'
import { onStorageChange, type StorageChange } from './storage-change'

/** Calls `listener` when the extension was installed or updated, and when the browser starts. */
export function onStart(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener())
  browser.runtime.onStartup.addListener(listener)
}

/** Calls `listener` when the extension was installed or updated, with which of them; undefined where the browser doesn't say. */
export function onInstall(listener: (reason: string | undefined) => void): void {
  browser.runtime.onInstalled.addListener(details => listener(details?.reason))
}

/** Calls `listener` when the browser starts. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener)
}

/**
 * Calls `listener` when the time of the alarm `name` has come, with the milliseconds that `setBackedOffAlarm` was given, or 0
 * for any other alarm. It is never set for later than in `longest` milliseconds: if it is, a clock that was wrong set it, and
 * its time has come now.
 */
export function onAlarm(name: string, longest: number, listener: (backedOff: number) => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) listener((alarm.periodInMinutes ?? 0) * minuteMs)
  })
  const check = async () => {
    const set = await browser.alarms.get(name)
    if (set && set.scheduledTime > Date.now() + longest) listener(0)
  }
  // An alarm that can't be read is left as it is.
  check().catch(() => {})
}

const minuteMs = 60_000

/** Sets the alarm `name` so that it tells how long it was waited for: an alarm keeps nothing of ours but its period. */
async function setBackedOffAlarm(name: string, milliseconds: number): Promise<void> {
  await browser.alarms.create(name, {
    when: Date.now() + milliseconds,
    periodInMinutes: milliseconds / minuteMs,
  })
}

/** Sets the alarm `name`, in place of an earlier one. Chromium waits for half a minute at least. */
export async function setAlarm(name: string, milliseconds: number): Promise<void> {
  await browser.alarms.create(name, { when: Date.now() + milliseconds })
}

/** Whether the alarm `name` is set. One whose time has come isn't any more. */
export async function isAlarmSet(name: string): Promise<boolean> {
  return (await browser.alarms.get(name)) !== undefined
}

/** Sets the alarm `name` unless it comes sooner. */
export async function setAlarmBy(name: string, milliseconds: number): Promise<void> {
  const set = await browser.alarms.get(name)
  if (!set || set.scheduledTime > Date.now() + milliseconds) await setAlarm(name, milliseconds)
}

/** Takes the alarm away, where there is one. */
export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name)
}

interface RecurringWork {
  /** Of its alarm, and what the extension's pages ask for to have it done at once. */
  readonly name: Request
  /** Does it, and gives after how many milliseconds to do it again; undefined where there is nothing left to be done. */
  readonly work: () => Promise<number | undefined>
  /** The longest that it takes, in milliseconds: the browser may stop a background script at any time, and is asked to start it again then. */
  readonly safety: number
  /** The longest that `work` ever has it wait, in milliseconds. */
  readonly longest: number
  /** Whether it is to be done because something stored has changed. */
  readonly concerns: (change: StorageChange) => boolean
}

/** What is sooner than this is waited for here; an alarm takes half a minute at least. In milliseconds. */
const soon = 20_000

/** However often it fails, in milliseconds. */
const longestWait = 6 * 60 * 60_000

/**
 * Has work done at each start of the browser, when its time has come, when it is asked for, and when what it depends on
 * changes. Where it rejects, it is done again after `safety`, and then after twice as long each time, up to six hours: what
 * can't be stored isn't fetched again and again for nothing.
 */
export function recur({ name, work, safety, longest, concerns }: RecurringWork): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** How long the last failure was waited for, in milliseconds. */
  let waited = 0
  const run = oneAtATime(async () => {
    clearTimeout(timer)
    await setAlarm(name, safety)
    let again: number | undefined
    try {
      again = await work()
    } catch (error) {
      waited = Math.min(Math.max(safety, 2 * waited), longestWait)
      await setBackedOffAlarm(name, waited)
      throw error
    }
    waited = 0
    if (again === undefined) return clearAlarm(name)
    if (again < soon) timer = setTimeout(start, again)
    else await setAlarm(name, again)
  })
  // Where it throws, nothing has changed, and the alarm is set.
  const start = () => void run().catch(() => {})
  onStart(start)
  onAlarm(name, Math.max(longest, longestWait), backedOff => {
    // This script may have been stopped since.
    waited = Math.max(waited, backedOff)
    start()
  })
  onRequest(name, run)
  onStorageChange(change => {
    if (concerns(change)) start()
  })
}

/**
 * Has an update of the extension wait until `signal` aborts, and after that until the browser is started again, if one has come.
 * Firefox installs an update at once, and closes the extension's pages, unless somebody listens for it (`addUpgradeListener` in its
 * `XPIInstall.sys.mjs`). Chromium waits while a page of the extension's is open.
 * Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUpdateAvailable
 */
export function holdUpdate(signal: AbortSignal): void {
  const { onUpdateAvailable } = browser.runtime
  const listener = () => {}
  onUpdateAvailable.addListener(listener)
  signal.addEventListener('abort', () => onUpdateAvailable.removeListener(listener))
}
