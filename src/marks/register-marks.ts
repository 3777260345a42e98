import { consolePatterns } from '../aws/partitions'
import { onStart, unlessStopped } from '../browser/background-events'
import { tellPages } from '../browser/messaging'
import { hasOrigins, onPermissionChange } from '../browser/permissions'
import { isRegistered, registerScript, runInOpenPages, unregisterScript } from '../browser/registered-scripts'
import { onStorageChange } from '../browser/storage-change'
import { policyItem, readSettings, settingsItem } from '../settings/settings'
import { wantsMarks } from '../settings/wants-marks'
import { parsedItem } from '../storage/list-items'
import { registerPageAnswers } from './answer-pages'
import { dissolveAllGroups, registerGroupSignOut, wantsGroups } from './role-groups'

const scriptId = 'marks'
/** Also named in vite.config.ts. */
const scriptFile = 'assets/marks.js'

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
  const registered = await isRegistered(scriptId)
  if (wanted && !registered) await registerScript(scriptId, scriptFile, consolePatterns)
  // If a page has the script already, a second one does nothing.
  if (wanted && (!registered || isCutOff)) await runInOpenPages(scriptFile, consolePatterns)
  if (!wanted && registered) await unregisterScript(scriptId)
  if (!allowed || !(await wantsGroups(settings))) await dissolveAllGroups()
  // Pages that have the script update what they show, even if that is nothing.
  if (wanted || registered || isCutOff) await tellPages()
}
