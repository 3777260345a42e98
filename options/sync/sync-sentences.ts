import { formatNumber, language, message } from '../../src/browser/i18n'
import { type Reading, valueIn } from '../../src/browser/stored-item'
import { syncQuotaBytes } from '../../src/sync-codec/sync-quota'
import type { SyncStatus } from '../../src/sync-codec/sync-state'
import { dateText } from '../parts/short-texts'

/** Returns how far the text in use has got to the other browsers, or what prevents that, and what to do. */
export function syncSentence(sync: Reading<SyncStatus>): string {
  switch (sync.kind) {
    case 'newer':
      return message('options_syncStateNewer')
    case 'unreadable':
      return message('options_syncStateUnreadable')
    case 'value':
      return stateSentence(sync.value)
  }
}

function stateSentence({ trouble, edited, lineage, time }: SyncStatus): string {
  switch (trouble?.kind) {
    case 'incomplete':
      return message(trouble.overdue ? 'options_syncIncomplete' : 'options_syncArriving')
    case 'damaged':
      return message(trouble.overdue ? 'options_syncDamaged' : 'options_syncArriving')
    case 'emptied':
      return message('options_syncEmptied')
    case 'newer':
      return message('options_syncNewer')
    case 'too-large':
      return message('options_syncTooLarge', kilobytes(trouble.bytes), kilobytes(syncQuotaBytes))
    case 'refused':
      return message('options_syncRefused', timeText(trouble.until), trouble.message)
  }
  if (edited) return message('options_syncWriting')
  return lineage.length === 0 ? message('options_syncNothing') : message('options_syncInStep', dateText(time))
}

/** Whether something prevents the text from reaching the other browsers, or theirs from arriving. */
export function isTroubled(sync: Reading<SyncStatus>): boolean {
  if (sync.kind !== 'value') return true
  const { trouble } = sync.value
  return trouble !== undefined && !('overdue' in trouble && !trouble.overdue)
}

/** Returns the state of sync in a few words, for a line that has room for no more. */
export function shortSyncText(sync: Reading<SyncStatus>): string {
  if (isTroubled(sync)) return message('options_syncTroubleShort')
  const state = valueIn(sync)
  if (!state || state.edited || state.trouble) return message('options_syncWriting')
  return state.lineage.length === 0
    ? message('options_syncNothing')
    : message('options_syncedShort', dateText(state.time))
}

/** Returns how full sync would be, as a fraction and in words. */
export function syncFullness(bytes: number): { readonly part: number; readonly text: string } {
  const part = bytes / syncQuotaBytes
  const text =
    part > 1
      ? message('options_syncOver', kilobytes(bytes), kilobytes(syncQuotaBytes))
      : message('options_syncFull', syncPercent(bytes), kilobytes(syncQuotaBytes))
  return { part, text }
}

/** Returns how much of sync's room a text would take, as in “2%”. */
export function syncPercent(bytes: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(bytes / syncQuotaBytes)
}

function kilobytes(bytes: number): string {
  return formatNumber(Math.max(1, Math.round(bytes / 1_000)))
}

function timeText(time: number): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(time)
}
