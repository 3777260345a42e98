import { countMessage, type MessageKey, message } from '../../src/browser/i18n'
import type { AccountsFailure } from '../../src/config/exchange/accounts/read-accounts'
import { awsLimitMessages } from '../../src/config/exchange/aws-limit-messages'
import type { AwsColorLimit } from '../../src/config/exchange/to-aws-colors'
import { maxImportBytes } from '../../src/config/parse/list-size'
import type { ReadFailure } from '../parts/read-failure'
import { dateText, namesText } from '../parts/short-texts'
import type { ImportFailure } from './import/import-failure'
import type { ListOutcome } from './state'

/** Returns why the list can't be edited; undefined while it is being read. */
export function readFailureSentence(readFailure: ReadFailure): string | undefined {
  switch (readFailure.kind) {
    case 'loading':
      return undefined
    case 'newer':
      return message('options_newer')
    case 'unreadable':
      return message('options_unreadable')
    case 'failed':
      return message('options_notRead', readFailure.message)
  }
}

/** Returns what was done, unless it is said elsewhere: next to Save, or where it can be undone. */
export function outcomeSentences(outcome: ListOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'saved':
      return [
        ...secretsSentences(outcome.secrets),
        ...(outcome.forgotten > 0 ? [countMessage('options_historyShortened', outcome.forgotten)] : []),
      ]
    case 'draft':
      return [message('options_draft', dateText(outcome.time))]
    case 'imported':
      return secretsSentences(outcome.secrets)
    case 'loaded':
      return [message('options_loaded')]
    case 'exported-for-aws': {
      const { count, limits } = outcome
      return [
        countMessage('options_awsExported', count),
        ...limits.map(({ kind, names }) => message(awsLimitMessages[kind], namesText(names))),
      ]
    }
    case 'exported-colors': {
      const { count, limits } = outcome
      return [
        countMessage('options_colorsExported', count),
        ...limits.map(({ kind, names }) => message(colorLimitMessages[kind], namesText(names))),
      ]
    }
    case 'exported-bookmarks': {
      const { count, leftOut } = outcome
      return [
        countMessage('options_bookmarksExported', count),
        ...(leftOut.length > 0 ? [message('options_bookmarksLeftOut', namesText(leftOut))] : []),
      ]
    }
  }
}

const colorLimitMessages = {
  alias: 'options_awsLeftOut',
  name: 'options_colorsNamesLeftOut',
  gray: 'options_colorsGrayLeftOut',
  partition: 'options_colorsPartitionLeftOut',
} as const satisfies Readonly<Record<AwsColorLimit['kind'], MessageKey>>

const listMessages = {
  incomplete: 'options_accountsIncomplete',
  cut: 'options_accountsCut',
  broken: 'options_accountsBroken',
  unclear: 'options_accountsUnclear',
  'permission-sets': 'options_accountsPermissionSets',
  nothing: 'options_noAccounts',
} as const satisfies Readonly<Record<AccountsFailure, MessageKey>>

/** Returns why nothing in a file is imported, and what to do. */
export function importFailureSentence(file: string, reason: ImportFailure): string {
  switch (reason.kind) {
    case 'encoding':
      return message('options_notUtf8', file)
    case 'too-large':
      return message('options_tooLarge', file, maxImportBytes / 1_000_000)
    case 'list':
      return message(listMessages[reason.list], file)
    case 'no-roles':
      return message('options_importNoRoles', file)
    case 'unread':
      return message('options_importUnread', file)
    case 'accounts-among-others':
      return message('options_accountsAmongOthers', file)
    case 'failed':
      return message('options_notImported', file, reason.message)
  }
}

function secretsSentences(lines: string): readonly string[] {
  return lines === '' ? [] : [secretsSentence(lines)]
}

/** Returns a sentence that says which lines access keys were removed from. */
export function secretsSentence(lines: string): string {
  return message('options_secretsRemoved', lines)
}
