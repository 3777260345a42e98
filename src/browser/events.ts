import { browser } from './api'

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

/** What an item was and is; undefined where it is missing. */
export interface Change {
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

/** Calls `listener` with what changed in a storage area, in whatever window or on whatever computer. */
export function onStorageChange(
  listener: (changes: Readonly<Record<string, Change>>, area: string) => void,
): void {
  browser.storage.onChanged.addListener(listener)
}

/**
/**
 * Calls `listener` when the time of the alarm `name` has come, with the milliseconds that `setBackedOffAlarm` was given, or 0
 * for any other alarm. It is never set for later than in `longest` milliseconds: if it is, a clock that was wrong set it, and
 * its time has come now.
 */
export function onAlarm(name: string, longest: number, listener: (backedOff: number) => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) listener((alarm.periodInMinutes ?? 0) * minute)
  })
  const check = async () => {
    const set = await browser.alarms.get(name)
    if (set && set.scheduledTime > Date.now() + longest) listener(0)
  }
  // An alarm that can't be read is left as it is.
  check().catch(() => {})
}

const minute = 60_000

/** Sets the alarm `name` so that it tells how long it was waited for: an alarm keeps nothing of ours but its period. */
export async function setBackedOffAlarm(name: string, milliseconds: number): Promise<void> {
  await browser.alarms.create(name, {
    when: Date.now() + milliseconds,
    periodInMinutes: milliseconds / minute,
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
