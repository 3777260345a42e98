import { formatNumber, language, message, type PlainKey } from '../../src/browser/i18n'
import { dashedAccount } from '../../src/lib/dashed-account'
import type { TableRows } from '../../src/lib/table-text'
import type { LogEntry, LoggedFrom, LoggedHow } from '../../src/log/log-entry'
import { durationOfEntry } from '../../src/log/with-entry'

export const fromLabels: Readonly<Record<LoggedFrom, PlainKey>> = {
  menu: 'options_logFromMenu',
  addressBar: 'options_logFromAddressBar',
  key: 'options_logFromKey',
  link: 'options_logFromLink',
}

export const howLabels: Readonly<Record<LoggedHow, PlainKey>> = {
  switch: 'options_logBySwitch',
  portal: 'options_logByPortal',
  form: 'options_logByForm',
}

const minuteMs = 60_000

/** Returns how many whole minutes the entry's session lasted; undefined if that isn't known. */
function minutesOf(entry: LogEntry): number | undefined {
  const duration = durationOfEntry(entry)
  return duration === undefined ? undefined : Math.round(duration / minuteMs)
}

/** Returns the log as a table with headings, in the order of the entries. `time` writes a moment. */
export function logRows(entries: readonly LogEntry[], time: (moment: number) => string): TableRows {
  const headings = [
    message('options_logTime'),
    message('options_logProfile'),
    message('options_logRole'),
    message('options_logAccount'),
    message('options_logMinutes'),
    message('options_logFrom'),
    message('options_logHow'),
    message('options_logReason'),
  ]
  const rows = entries.map(entry => [
    time(entry.at),
    entry.profile,
    entry.roleName,
    // Spreadsheets would make a number of it.
    dashedAccount(entry.account),
    String(minutesOf(entry) ?? ''),
    message(fromLabels[entry.from]),
    message(howLabels[entry.how]),
    entry.reason ?? '',
  ])
  return [headings, ...rows]
}

/** Writes a moment as in `2026-11-28T04:56:07Z`, which programs understand. */
export function universalTime(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Returns a function that writes a moment as people read it. */
export function localTime(): (moment: number) => string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
  return moment => format.format(moment)
}

/** Returns the duration of the entry's session, in words; undefined if it isn't known. */
export function durationText(entry: LogEntry): string | undefined {
  const minutes = minutesOf(entry)
  return minutes === undefined ? undefined : message('options_logByMinutes', formatNumber(minutes))
}
