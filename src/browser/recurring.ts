import { clearAlarm, onAlarm, onStart, onStorageChange, setAlarm, setBackedOffAlarm } from './events'
import { onRequest, type Request } from './messages'
import { oneAtATime } from './one-at-a-time'

interface RecurringWork {
  /** Of its alarm, and what the extension's pages ask for to have it done at once. */
  readonly name: Request
  /** Does it, and gives after how many milliseconds to do it again; undefined where there is nothing left to be done. */
  readonly work: () => Promise<number | undefined>
  /** The longest that it takes, in milliseconds: the browser may stop a background script at any time, and is asked to start it again then. */
  readonly safety: number
  /** The longest that `work` ever has it wait, in milliseconds. */
  readonly longest: number
  /** Whether it is to be done because stored items, by key, have changed in an area. */
  readonly concerns: (keys: readonly string[], area: string) => boolean
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
  onStorageChange((changes, area) => {
    if (concerns(Object.keys(changes), area)) start()
  })
}
