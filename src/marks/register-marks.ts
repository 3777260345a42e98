import { consolePatterns } from '../aws/partitions'
import { onStart, unlessStopped } from '../browser/background-events'
import { tellPages } from '../browser/messaging'
import { keepRegistered, runInOpenPages } from '../browser/own-scripts'
import { hasOrigins, onPermissionChange } from '../browser/permissions'
import { onStorageChange } from '../browser/storage-areas'
import { policyItem, readSettings, settingsItem } from '../settings/settings'
import { wantsMarks } from '../settings/wants-marks'
import { parsedItem } from '../storage/list-items'
import { registerPageAnswers } from './answer-pages'
import { dissolveAllGroups, registerGroupSignOut, wantsGroups } from './role-groups'

/** The file is also named in vite.config.ts. */
const script = { id: 'marks', file: 'assets/marks.js', patterns: consolePatterns }

/** If this alarm is set, the script was stopped before it finished. */
const marksAlarm = 'marks'
/** Time until the alarm, in milliseconds. */
const marksRetryMs = 60_000

/** Runs the content script in console pages as long as the user wants marks and allows the console's hosts. */
export function registerMarks(): void {
  // If the browser refuses, the next change tries again.
  const start = unlessStopped(marksAlarm, marksRetryMs, applyMarks)
  onStart(start)
  onPermissionChange(start)
  onStorageChange(change => {
    if (change.isOf(settingsItem.place, policyItem.place, parsedItem.place)) start()
  })
  registerPageAnswers()
  registerGroupSignOut()
}

/** `isCutOff` says that pages may not have heard of the last change. */
async function applyMarks(isCutOff: boolean): Promise<void> {
  const [settings, allowed] = await Promise.all([readSettings(), hasOrigins(...consolePatterns)])
  const wanted = wantsMarks(settings) && allowed
  const wasRegistered = await keepRegistered(script, wanted)
  // If a page has the script already, a second one does nothing.
  if (wanted && (!wasRegistered || isCutOff)) await runInOpenPages(script)
  if (!allowed || !(await wantsGroups(settings))) await dissolveAllGroups()
  // Pages that have the script update what they show, even if that is nothing.
  if (wanted || wasRegistered || isCutOff) await tellPages()
}
