import { clearAlarm, onAlarm, onStart, onStorageChange, setAlarm } from '../browser/events'
import { onRequest } from '../browser/messages'
import { oneAtATime } from '../browser/one-at-a-time'
import { refreshTeam } from './refresh-team'

const alarm = 'team'
/** The browser may stop a background script at any time: then it is called again after so many milliseconds. */
const safety = 120_000

/** Fetches the team's configuration at once where there is a new source, at each start, when it is time, and when asked. */
export function keepTeamFresh(): void {
  const run = oneAtATime(async () => {
    await setAlarm(alarm, safety)
    const next = await refreshTeam()
    if (next === undefined) await clearAlarm(alarm)
    else await setAlarm(alarm, Math.max(1_000, next - Date.now()))
  })
  // Where it throws, nothing has changed, and the alarm is set.
  const start = () => void run().catch(() => {})
  onStart(start)
  onAlarm(alarm, start)
  onRequest('refresh-team', run)
  onStorageChange((changes, area) => {
    if (area === 'local' && 'teamSource' in changes) start()
  })
}
