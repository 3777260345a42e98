import { countMessage, formatNumber, message } from '../src/browser/message'
import type { Partition } from '../src/console/partitions'
import type { Account, Session } from '../src/console/session'
import type { HiddenReason, Role } from '../src/roles/role'
import type { Failure, Stop } from './state'

/** What happened and why, what to do, and a button for it. */
export interface Notice {
  readonly title: string
  readonly text: string
  readonly remedy?: Remedy
}

/** What the popup can do about it. */
export type Remedy = 'open-options' | 'open-console' | 'reload-page'

/** Why there is no menu, in words. */
export function stopNotice(stop: Stop): Notice {
  switch (stop.kind) {
    case 'not-console':
      return notice(message('popup_notConsole_title'), message('popup_notConsole'), 'open-console')
    case 'nothing-configured':
      return notice(
        message('popup_nothingConfigured_title'),
        message('popup_nothingConfigured'),
        'open-options',
      )
    case 'team-missing':
      return notice(message('popup_teamMissing_title'), message('popup_teamMissing'), 'open-options')
    case 'no-roles': {
      const text = stop.errors === 0 ? message('popup_noRoles') : countMessage('popup_noRoles', stop.errors)
      return notice(message('popup_noRoles_title'), text, 'open-options')
    }
    case 'no-access':
      return notice(message('popup_noAccess_title'), message('popup_noAccess', stop.message), 'reload-page')
    case 'storage-failed':
      return notice(message('popup_storageFailed_title'), message('popup_storageFailed', stop.message))
    case 'storage-newer':
      return notice(message('popup_storageNewer_title'), message('popup_storageNewer'))
    case 'storage-unreadable':
      return notice(
        message('popup_storageUnreadable_title'),
        message('popup_storageUnreadable'),
        'open-options',
      )
    case 'signed-out':
      return notice(message('popup_signedOut_title'), message('popup_signedOut'), 'reload-page')
    case 'missing-fact':
      return notice(
        message('popup_missingFact_title'),
        message('popup_missingFact', stop.fact),
        'reload-page',
      )
    case 'foreign-sign-in-host':
      return notice(message('popup_foreignSignIn_title'), message('popup_foreignSignIn', stop.host))
  }
}

/** How the switch to `role` failed, in words. */
export function failureNotice(role: Role, failure: Failure): Notice {
  const title = message('popup_failed_title', role.name)
  switch (failure.kind) {
    case 'refused':
      return notice(title, message('popup_refused', failure.reason, role.roleName))
    case 'blocked':
      return notice(title, message('popup_blocked', failure.directive))
    case 'no-csrf-token':
      return notice(title, message('popup_noCsrfToken'), 'reload-page')
    case 'timed-out':
      return notice(title, message('popup_timedOut'))
    case 'failed':
      return notice(title, message('popup_notSent', failure.message))
    case 'foreign-destination':
      return notice(title, message('popup_foreignDestination', failure.host))
    case 'no-access':
      return notice(title, message('popup_noAccess', failure.message), 'reload-page')
  }
}

/** Why a profile, or each of several, is not offered. */
export function hiddenSentence(reason: HiddenReason, hideAccountIds: boolean): string {
  switch (reason.kind) {
    case 'other-base':
      return otherBaseSentence(reason, hideAccountIds)
    case 'other-signed-in-role':
      return message('popup_otherSignedInRole', reason.base, reason.roleName)
    case 'other-partition':
      return message('popup_otherPartition', partitionName(reason.partition))
    case 'other-role-name':
      return message('popup_otherRoleName', reason.roleName)
  }
}

function otherBaseSentence(
  { base, account, nearMiss }: Extract<HiddenReason, { readonly kind: 'other-base' }>,
  hideAccountIds: boolean,
): string {
  const where = hideAccountIds ? base : `${base} (${account})`
  switch (nearMiss?.kind) {
    case undefined:
      return message('popup_otherBase', where)
    case 'switched-to':
      return message('popup_otherBaseSwitchedTo', where)
    case 'maybe':
      return message('popup_otherBaseMaybe', where, base, nearMiss.account)
  }
}

/** The button for a remedy. */
export function remedyLabel(remedy: Remedy): string {
  switch (remedy) {
    case 'open-options':
      return message('popup_openOptions')
    case 'open-console':
      return message('popup_openConsole')
    case 'reload-page':
      return message('popup_reloadPage')
  }
}

/** Who the console says the user is, for the line under the list; '' where all that it says is hidden. */
export function sessionSummary(session: Session, hideAccountIds: boolean): string {
  const { base, user, signedInRole, partition } = session
  const who = [signedInRole, user].filter(Boolean).join(' / ')
  const account = hideAccountIds ? (base.alias ?? '') : accountText(base)
  const where = partition === 'aws' ? account : `${account} (${partitionName(partition)})`.trim()
  return who === '' || where === '' ? where || who : message('popup_session', where, who)
}

/** How many roles are listed, of how many. */
export function countSentence(matches: number, all: number): string {
  if (matches === all) return countMessage('popup_roles', all)
  return message('popup_matches', formatNumber(matches), formatNumber(all))
}

function accountText({ id, alias }: Account): string {
  if (alias !== undefined && id !== undefined) return `${alias} (${id})`
  return alias ?? id ?? ''
}

/** Names of partitions are AWS's own, the same in every language, but for the first. */
function partitionName(partition: Partition): string {
  const names: Readonly<Record<Partition, string>> = {
    aws: message('popup_partitionAws'),
    'aws-us-gov': 'AWS GovCloud (US)',
    'aws-cn': 'AWS China',
    'aws-eusc': 'AWS European Sovereign Cloud',
  }
  return names[partition]
}

function notice(title: string, text: string, remedy?: Remedy): Notice {
  return { title, text, ...(remedy && { remedy }) }
}
