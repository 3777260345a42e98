import { useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { csvOf, markupOf, tabbedOf } from '../../src/lib/table-text'
import type { LogEntry } from '../../src/log/log-entry'
import { CopyIcon } from '../../styles/icons/panel-icons'
import { ExportIcon } from '../../styles/icons/settings-icons'
import { download } from '../parts/download'
import { localTime, logRows, universalTime } from './log-rows'

interface LogActionsProps {
  /** Latest first. */
  readonly entries: readonly LogEntry[]
  /** Undefined if there is nothing to delete. */
  readonly onDelete: (() => void) | undefined
}

/** Copies, saves and deletes the log. */
export function LogActions({ entries, onDelete }: LogActionsProps) {
  const [copied, setCopied] = useState<boolean>()
  const copy = () =>
    copyTable(entries).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <span class="log-copied" role="status">
        {copied !== undefined && message(copied ? 'options_logCopied' : 'options_logNotCopied')}
      </span>
      {entries.length > 0 && (
        <>
          <button type="button" class="button" onClick={copy}>
            <CopyIcon />
            {message('options_logCopy')}
          </button>
          <button type="button" class="button" onClick={() => download('rolecall-log.csv', csvText(entries))}>
            <ExportIcon />
            {message('options_logSave')}
          </button>
        </>
      )}
      {onDelete && (
        <button type="button" class="button" onClick={onDelete}>
          {message('options_logDelete')}
        </button>
      )}
    </>
  )
}

/** Copies the log as a table for documents and spreadsheets, and for others as text with tabs. */
async function copyTable(entries: readonly LogEntry[]): Promise<void> {
  const rows = logRows(entries, localTime())
  const asBlob = (type: string, text: string) => ({ [type]: new Blob([text], { type }) })
  const item = { ...asBlob('text/html', markupOf(rows)), ...asBlob('text/plain', tabbedOf(rows)) }
  await navigator.clipboard.write([new ClipboardItem(item)])
}

function csvText(entries: readonly LogEntry[]): string {
  // Without the mark, Excel doesn't read it as UTF-8.
  return `\ufeff${csvOf(logRows(entries, universalTime))}`
}
