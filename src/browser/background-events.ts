import { oneAtATime } from '../lib/one-at-a-time'
import { browser } from './api'
import { onRequest, type Request } from './messaging'
import { onStorageChange, type StorageChange } from './storage-areas'

/** Calls `listener` when the extension is installed or updated, and when the browser starts. */
export function onStart(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener())
  browser.runtime.onStartup.addListener(listener)
}

/** Calls `listener` with the reason when the extension is installed or updated; undefined if the browser gives none. */
export function onInstall(listener: (reason: string | undefined) => void): void {
  browser.runtime.onInstalled.addListener(details => listener(details?.reason))
}

export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener)
}

/** Calls `listener` with the name of each command of the manifest whose key is pressed. */
export function onCommand(listener: (name: string) => void): void {
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener(name => listener(name))
}

/**
 * Calls `listener` when the alarm `name` goes off, with the milliseconds passed to `setBackedOffAlarm`, or 0 for any other
 * alarm. An alarm is never set for later than `longest` milliseconds from now. If it is, it was set with a wrong clock, and
 * goes off immediately.
 */
export function onAlarm(name: string, longest: number, listener: (backedOff: number) => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) listener((alarm.periodInMinutes ?? 0) * minuteMs)
  })
  const check = async () => {
    const set = await browser.alarms.get(name)
    if (set && set.scheduledTime > Date.now() + longest) listener(0)
  }
  // An unreadable alarm is left alone.
  check().catch(() => {})
}

const minuteMs = 60_000

/** Sets the alarm `name` so that it records its own delay. An alarm can only store a number of ours as its period. */
async function setBackedOffAlarm(name: string, milliseconds: number): Promise<void> {
  await browser.alarms.create(name, {
    when: Date.now() + milliseconds,
    periodInMinutes: milliseconds / minuteMs,
  })
}

/** Sets the alarm `name`, replacing an earlier one. Chromium waits for at least 30 seconds. */
export async function setAlarm(name: string, milliseconds: number): Promise<void> {
  await browser.alarms.create(name, { when: Date.now() + milliseconds })
}

/** Whether the alarm `name` is set. An alarm that has gone off isn't. */
async function isAlarmSet(name: string): Promise<boolean> {
  return (await browser.alarms.get(name)) !== undefined
}

/** Sets the alarm `name` unless it is already set for an earlier time. */
export async function setAlarmBy(name: string, milliseconds: number): Promise<void> {
  const set = await browser.alarms.get(name)
  if (!set || set.scheduledTime > Date.now() + milliseconds) await setAlarm(name, milliseconds)
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name)
}

/**
 * Returns a function that starts the work, one run at a time. If the browser stops the script before a run has ended, the
 * alarm `name` starts the work again after `retryMs`, and tells it that it was cut off. If a run rejects, nothing more
 * happens until the next call.
 */
export function unlessStopped(
  name: string,
  retryMs: number,
  work: (isCutOff: boolean) => Promise<void>,
): () => void {
  const run = oneAtATime(async () => {
    const isCutOff = await isAlarmSet(name)
    await setAlarm(name, retryMs)
    await work(isCutOff).finally(() => clearAlarm(name))
  })
  const start = () => void run().catch(() => {})
  onAlarm(name, retryMs, () => void setAlarm(name, retryMs).then(start, start))
  return start
}

interface RecurringWork {
  /** The name of its alarm, and of the request by which the extension's pages trigger it immediately. */
  readonly name: Request
  /** Does the work and resolves with the milliseconds until the next run; undefined if there is nothing left to do. */
  readonly work: () => Promise<number | undefined>
  /**
   * The maximum duration of a run, in milliseconds. The browser may stop a background script at any time, and restarts it
   * after this.
   */
  readonly safety: number
  /** The longest delay that `work` returns, in milliseconds. */
  readonly longest: number
  /** Whether a change in storage triggers a run. */
  readonly concerns: (change: StorageChange) => boolean
}

/** Shorter delays, in milliseconds, use a timer, because an alarm takes at least 30 seconds. */
const timerLimitMs = 20_000

/** The longest delay after repeated failures, in milliseconds. */
const maxRetryWaitMs = 6 * 60 * 60_000

/**
 * Runs the work at every browser start, when it is due, on request, and when what it depends on changes. If it rejects, runs
 * it again after `safety`, then after twice as long each time, up to six hours, so that data that can't be stored isn't
 * fetched over and over.
 */
export function registerRecurring({ name, work, safety, longest, concerns }: RecurringWork): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The delay after the last failure, in milliseconds. */
  let waited = 0
  const run = oneAtATime(async () => {
    clearTimeout(timer)
    await setAlarm(name, safety)
    let again: number | undefined
    try {
      again = await work()
    } catch (error) {
      waited = Math.min(Math.max(safety, 2 * waited), maxRetryWaitMs)
      await setBackedOffAlarm(name, waited)
      throw error
    }
    waited = 0
    if (again === undefined) return clearAlarm(name)
    if (again < timerLimitMs) timer = setTimeout(start, again)
    else await setAlarm(name, again)
  })
  // If this throws, nothing has changed, and the alarm is still set.
  const start = () => void run().catch(() => {})
  onStart(start)
  onAlarm(name, Math.max(longest, maxRetryWaitMs), backedOff => {
    // This script may have been restarted since.
    waited = Math.max(waited, backedOff)
    start()
  })
  onRequest(name, run)
  onStorageChange(change => {
    if (concerns(change)) start()
  })
}

/**
 * Delays an update of the extension until `signal` aborts and, if one has arrived, until the browser restarts. Firefox
 * installs an update immediately and closes the extension's pages, unless there is a listener (`addUpgradeListener` in its
 * `XPIInstall.sys.mjs`). Chromium waits while one of the extension's pages is open. Source:
 * https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUpdateAvailable
 */
export function holdUpdate(signal: AbortSignal): void {
  const { onUpdateAvailable } = browser.runtime
  const listener = () => {}
  onUpdateAvailable.addListener(listener)
  signal.addEventListener('abort', () => onUpdateAvailable.removeListener(listener))
}
