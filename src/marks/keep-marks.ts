import { consolePatterns } from '../aws/partitions'
import { clearAlarm, isAlarmSet, onAlarm, onStart, setAlarm } from '../browser/background-events'
import { tellPages } from '../browser/messaging'
import { isRegistered, registerScript, runInOpenPages, unregisterScript } from '../browser/page-scripts'
import { hasOrigins, onPermissionChange } from '../browser/permissions'
import { onStorageChange } from '../browser/storage-change'
import { oneAtATime } from '../lib/one-at-a-time'
import { policyItem, readSettings, settingsItem, wantsMarks } from '../settings/settings'
import { parsedItem } from '../storage/list-items'
import { answerPages } from './answer-pages'
import { dissolveAllGroups, wantsGroups, watchClosedTabs } from './keep-groups'

const id = 'marks'
/** Named in vite.config.ts too. */
const file = 'assets/marks.js'

/** An alarm that is set says that the script was stopped before all was done. */
const alarm = 'marks'
/** Until it is done then, in milliseconds. */
const safety = 60_000

/** Has the content script run in console pages as long as the user wants marks and allows the console's hosts. */
export function keepMarks(): void {
  const run = oneAtATime(async () => {
    const isCutOff = await isAlarmSet(alarm)
    await setAlarm(alarm, safety)
    await keep(isCutOff).finally(() => clearAlarm(alarm))
  })
  // Where the browser refuses, the next change tries again.
  const start = () => void run().catch(() => {})
  onStart(start)
  onAlarm(alarm, safety, () => void setAlarm(alarm, safety).then(start, start))
  onPermissionChange(start)
  onStorageChange(change => {
    if (change.isOf(settingsItem.place, policyItem.place, parsedItem.place)) start()
  })
  answerPages()
  watchClosedTabs()
}

/** `isCutOff` says that pages may not have heard of the last change. */
async function keep(isCutOff: boolean): Promise<void> {
  const [settings, allowed] = await Promise.all([readSettings(), hasOrigins(...consolePatterns)])
  const wanted = wantsMarks(settings) && allowed
  const registered = await isRegistered(id)
  if (wanted && !registered) await registerScript(id, file, consolePatterns)
  // In a page that has it already, a second one does nothing.
  if (wanted && (!registered || isCutOff)) await runInOpenPages(file, consolePatterns)
  if (!wanted && registered) await unregisterScript(id)
  if (!allowed || !(await wantsGroups(settings))) await dissolveAllGroups()
  // Pages that have the script show what is wanted now, be it nothing.
  if (wanted || registered || isCutOff) await tellPages()
}
