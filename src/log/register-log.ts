import { onStart } from '../browser/background-events'
import { onDataRequest } from '../browser/messaging'
import { onStorageChange } from '../browser/storage-areas'
import { errorText } from '../lib/error-text'
import { policyItem, readSettings, settingsItem } from '../settings/settings'
import { type LogEntry, type LoggedSession, readEnded, readEntry } from './log-entry'
import { changeLog, logFailureItem } from './log-item'
import { ofLastDays, withEntry, withSessionEnd } from './with-entry'

/**
 * Writes the user's log, as long as it is on: the menu says what was switched to, and may close before it is written. Old
 * entries are dropped at each start of the browser, with each new entry, and if the number of days changes.
 */
export function registerLog(): void {
  onDataRequest('log-switch', async data => {
    const entry = readEntry(data)
    if (entry) await addToLog(entry)
  })
  onDataRequest('log-end', async data => {
    const ended = readEnded(data)
    if (ended) await noteSessionEnd(ended)
  })
  // What can't be dropped now is dropped at the next start.
  const drop = () => void dropOld().catch(() => {})
  onStart(drop)
  onStorageChange(change => {
    if (change.isOf(settingsItem.place, policyItem.place)) drop()
  })
}

/** @throws the storage's error; the settings show it too. */
async function addToLog(entry: LogEntry): Promise<void> {
  const { log, logDays } = await readSettings()
  if (!log) return
  try {
    await changeLog(entries => ofLastDays(withEntry(entries, entry), Number(logDays), Date.now()))
    await logFailureItem.set('')
  } catch (error) {
    await logFailureItem.set(errorText(error))
    throw error
  }
}

/** Notes that a session has ended just now, if the log has it. A log that was turned off stays as it is. */
export async function noteSessionEnd(ended: Pick<LoggedSession, 'jar' | 'name'>): Promise<void> {
  if ((await readSettings()).log) await changeLog(entries => withSessionEnd(entries, ended, Date.now()))
}

async function dropOld(): Promise<void> {
  const { logDays } = await readSettings()
  await changeLog(entries => ofLastDays(entries, Number(logDays), Date.now()))
}
