import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { logFailureItem, logItem } from '../../src/log/log-item'
import { ofLastDays } from '../../src/log/with-entry'
import type { Settings } from '../../src/settings/settings'
import { useReading } from '../parts/use-reading'
import { LogActions } from './log-actions'
import { LogTable } from './log-table'
import type { LogUnit } from './use-log'

interface LogPanelProps {
  readonly log: LogUnit
  readonly settings: Settings
  /** The list's roles, among which a portal role's portal is found. */
  readonly roles: readonly Role[]
}

/** The switches in the user's log, latest first. */
export function LogPanel({ log, settings, roles }: LogPanelProps) {
  const reading = useReading(logItem)
  const failure = useReading(logFailureItem)
  if (reading.kind === 'loading') return null
  const entries =
    reading.kind === 'value'
      ? ofLastDays(reading.value, Number(settings.logDays), Date.now()).toReversed()
      : []
  const canDelete = entries.length > 0 || reading.kind === 'unreadable'
  return (
    <div class="card">
      <div class="log-header">
        <h2 id="log-entries">{message('options_logEntries')}</h2>
        <LogActions entries={entries} onDelete={canDelete ? log.deleteAll : undefined} />
      </div>
      {failure.kind === 'value' && failure.value !== '' && (
        <p class="sync-state troubled" role="alert">
          {message('options_logNotWritten', failure.value)}
        </p>
      )}
      {reading.kind !== 'value' ? (
        <p class="sync-state troubled" role="status">
          {reading.kind === 'failed'
            ? message('options_logNotRead', reading.message)
            : message(reading.kind === 'newer' ? 'options_logNewer' : 'options_logUnreadable')}
        </p>
      ) : entries.length === 0 ? (
        <p class="explanation">{message(settings.log ? 'options_logEmpty' : 'options_logOff')}</p>
      ) : (
        <>
          <p class="explanation">{message('options_logExplained')}</p>
          <LogTable entries={entries} roles={roles} />
        </>
      )}
    </div>
  )
}
