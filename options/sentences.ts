import { countMessage, language, type MessageKey, message } from '../src/browser/i18n'
import type { UnusableList } from '../src/config/exchange/accounts/read-accounts'
import type { AwsLimit } from '../src/config/exchange/to-aws-config'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import { diagnosticLimits } from '../src/config/parse/diagnostic-limits'
import { isolated } from '../src/lib/bidi'
import { largestFile } from './decode-file'
import type { Failure, NotImported, Obstacle, Outcome } from './state'

/** What is wrong and what to do, as one sentence or two. */
export function diagnosticSentence({ kind, values }: Diagnostic): string {
  // A test holds the sentences and what the parser gives each together.
  return message(`diagnostic_${kind}`, ...([...values, ...(diagnosticLimits[kind] ?? [])] as never))
}

/** “Error”, “Warning” or “Notice”, for the place in front of a diagnostic. */
export function severityWord(severity: Diagnostic['severity']): string {
  return message(`options_${severity}`)
}

/** As in “2 errors and 1 notice”. */
export function countsSentence(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = diagnostics.filter(one => one.severity === severity).length
    return count === 0 ? [] : [countMessage(`options_${severity}Count`, count)]
  })
  return new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(counts)
}

/** Why the configuration can't be edited; undefined while it is being read. */
export function obstacleSentence(obstacle: Obstacle): string | undefined {
  switch (obstacle.kind) {
    case 'loading':
      return undefined
    case 'newer':
      return message('options_newer')
    case 'unreadable':
      return message('options_unreadable')
    case 'failed':
      return message('options_notRead', obstacle.message)
  }
}

/** Why the settings can't be changed; undefined while they are being read. */
export function settingsObstacleSentence(obstacle: Obstacle): string | undefined {
  switch (obstacle.kind) {
    case 'loading':
      return undefined
    case 'newer':
      return message('options_settingsNewer')
    case 'unreadable':
      return message('options_settingsUnreadable')
    case 'failed':
      return message('options_settingsNotRead', obstacle.message)
  }
}

/** What couldn't be done, with the browser's own words where it gave a reason. */
export function failureSentence(failure: Failure): string {
  switch (failure.kind) {
    case 'not-saved':
      return message('options_notSaved', failure.message)
    case 'settings-not-saved':
      return message('options_settingsNotSaved', failure.message)
    case 'not-restored':
      return message('options_notRestored')
    case 'not-done':
      return message('options_notDone', failure.message)
    case 'changed-meanwhile':
      return message('options_changedMeanwhile')
    case 'draft-not-kept':
      return message('options_draftNotKept', failure.message)
    case 'not-imported':
      return notImportedSentence(failure.file, failure.reason)
  }
}

/** What was done, and, in a sentence of its own, that access keys were taken out. */
export function outcomeSentences(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'saved':
      return [
        countMessage('options_saved', outcome.roles),
        ...secretsSentences(outcome.secrets),
        ...(outcome.forgotten > 0 ? [countMessage('options_historyShortened', outcome.forgotten)] : []),
      ]
    case 'draft':
      return [message('options_draft', dateText(outcome.time))]
    case 'imported':
      return [message('options_imported'), ...secretsSentences(outcome.secrets)]
    case 'loaded':
      return [message('options_loaded')]
    case 'restored':
      return [message('options_restored')]
    case 'merged':
      return [message('options_merged')]
    case 'other-used':
      return [message('options_otherUsed')]
    case 'exported-for-aws': {
      const { count, limits } = outcome
      return [
        countMessage('options_awsExported', count),
        ...limits.map(({ kind, names }) => message(limitMessages[kind], namesText(names))),
      ]
    }
  }
}

const limitMessages = {
  alias: 'options_awsLeftOut',
  portal: 'options_awsPortalsLeftOut',
  command: 'options_awsCommandsLeftOut',
  name: 'options_awsNamesLeftOut',
  inherited: 'options_awsInheritedLeftOut',
  quoted: 'options_awsQuoted',
  source: 'options_awsSource',
  odd: 'options_awsOdd',
} as const satisfies Readonly<Record<AwsLimit['kind'], MessageKey>>

const listMessages = {
  incomplete: 'options_accountsIncomplete',
  cut: 'options_accountsCut',
  broken: 'options_accountsBroken',
  unclear: 'options_accountsUnclear',
  'permission-sets': 'options_accountsPermissionSets',
  nothing: 'options_noAccounts',
} as const satisfies Readonly<Record<UnusableList, MessageKey>>

function notImportedSentence(file: string, reason: NotImported): string {
  switch (reason.kind) {
    case 'encoding':
      return message('options_notUtf8', file)
    case 'too-large':
      return message('options_tooLarge', file, largestFile / 1_000_000)
    case 'list':
      return message(listMessages[reason.list], file)
    case 'accounts-among-others':
      return message('options_accountsAmongOthers', file)
    case 'failed':
      return message('options_notImported', file, reason.message)
  }
}

function secretsSentences(lines: string): readonly string[] {
  return lines === '' ? [] : [secretsSentence(lines)]
}

/** That access keys were taken out of the lines. */
export function secretsSentence(lines: string): string {
  return message('options_secretsRemoved', lines)
}

/** Names told in a list; the rest are left to “…”. */
const mostNames = 5

/** As in “a, b, c”, or with “…” behind it where there are more. */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(isolated)
  const told = new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(shown)
  return names.length > mostNames ? `${told} …` : told
}

/** As in “Nov 25, 2026, 9:30 AM”. */
export function dateText(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}
