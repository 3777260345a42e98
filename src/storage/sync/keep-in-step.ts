import { type Change, clearAlarm, onAlarm, onStart, onStorageChange, setAlarm } from '../../browser/events'
import { onRequest } from '../../browser/messages'
import { oneAtATime } from '../../browser/one-at-a-time'
import { synchronise } from './synchronise'
import { thisMachine } from './this-machine'

const alarm = 'sync'
/** The browser may stop a background script at any time: then it is called again after so many milliseconds. */
const safety = 60_000
/** What is sooner than this is waited for here; an alarm takes half a minute at least. In milliseconds. */
const soon = 20_000

/** Keeps the text in force and the one in sync in step, from now on. */
export function keepInStep(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = oneAtATime(async () => {
    clearTimeout(timer)
    await setAlarm(alarm, safety)
    const again = await synchronise(thisMachine)
    if (again === undefined) await clearAlarm(alarm)
    else if (again > safety) await setAlarm(alarm, again)
    if (again !== undefined && again < soon) timer = setTimeout(start, again)
  })
  // Where it throws, nothing has changed, and the alarm is set.
  const start = () => void run().catch(() => {})
  onStart(start)
  onAlarm(alarm, start)
  onRequest('synchronise', run)
  onStorageChange((changes, area) => {
    if (concernsSync(changes, area)) start()
  })
}

/** Not what `synchronise` itself writes with each attempt: that would call it for ever. */
function concernsSync(changes: Readonly<Record<string, Change>>, area: string): boolean {
  return area === 'sync' || (area === 'local' && ('configuration' in changes || 'settings' in changes))
}
