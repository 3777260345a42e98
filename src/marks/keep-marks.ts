import { isRegistered, registerScript, runInOpenPages, unregisterScript } from '../browser/content-script'
import { onStart, onStorageChange } from '../browser/events'
import { tellPages } from '../browser/messages'
import { oneAtATime } from '../browser/one-at-a-time'
import { hasOrigins, onPermissionChange } from '../browser/permissions'
import { consolePatterns } from '../console/partitions'
import { readSettings, wantsMarks } from '../storage/settings'
import { answerPages } from './answer-pages'
import { dissolveAllGroups, wantsGroups, watchClosedTabs } from './keep-groups'

const id = 'marks'
/** Named in vite.config.ts too. */
const file = 'assets/marks.js'

/** Has the content script run in console pages as long as the user wants marks and allows the console's hosts. */
export function keepMarks(): void {
  const run = oneAtATime(async () => {
    const [settings, allowed] = await Promise.all([readSettings(), hasOrigins(...consolePatterns)])
    const wanted = wantsMarks(settings) && allowed
    const registered = await isRegistered(id)
    if (wanted && !registered) {
      await registerScript(id, file, consolePatterns)
      await runInOpenPages(file, consolePatterns)
    }
    if (!wanted && registered) await unregisterScript(id)
    if (!(await wantsGroups())) await dissolveAllGroups()
    // Pages that have the script show what is wanted now, be it nothing.
    if (wanted || registered) await tellPages()
  })
  // Where the browser refuses, the next change tries again.
  const start = () => void run().catch(() => {})
  onStart(start)
  onPermissionChange(start)
  onStorageChange((changes, area) => {
    const keys = ['settings', 'policy', 'parsed']
    if (area === 'local' && keys.some(key => key in changes)) start()
  })
  answerPages()
  watchClosedTabs()
}
