import { aliasOrId } from '../src/aws/compare-accounts'
import type { Partition } from '../src/aws/partitions'
import type { Account, Session } from '../src/aws/session'
import { defaultSessionSeconds, maxChainedSeconds } from '../src/aws/session-limits'
import { countMessage, formatNumber, message } from '../src/browser/i18n'
import { dashedAccount } from '../src/lib/dashed-account'
import type { Clock } from '../src/sessions/session-clock'

/** Returns who the console says the user is, for the line under the list; '' if everything it says is hidden. */
export function sessionSummary(session: Session, hideAccountIds: boolean): string {
  const { base, user, signedInRole, partition } = session
  const who = [signedInRole, user].filter(Boolean).join(' / ')
  const account = hideAccountIds ? (base.alias ?? '') : accountText(base)
  const where = partition === 'aws' ? account : `${account} (${partitionName(partition)})`.trim()
  return who === '' || where === '' ? where || who : message('popup_session', where, who)
}

/** Returns how many roles are listed, out of how many. */
export function countSentence(matches: number, all: number): string {
  if (matches === all) return countMessage('popup_roles', all)
  return message('popup_matches', formatNumber(matches), formatNumber(all))
}

/** Returns how long the tab's session has been in its role; near the end, how long it has left. */
export function clockSentence({ minutes, isExact, left }: Clock): string {
  if (left === 0) return message('popup_clockOver')
  if (left !== undefined) return countMessage('popup_clockLeft', left)
  return isExact ? timeText(minutes) : message('popup_clockAtLeast', timeText(minutes))
}

/**
 * Returns the clock at length: how long the role has been on, how that is known and, if its end is counted down, what that
 * end is based on.
 */
export function clockTitle({ minutes, isExact, left, isChained, isTold }: Clock): string {
  const since = message(isExact ? 'popup_clockSince' : 'popup_clockSeen', timeText(minutes))
  if (isTold) return `${since} ${message('popup_clockTold')}`
  if (isChained) return `${since} ${message('popup_clockChained', maxChainedSeconds / 60)}`
  return left === undefined ? since : `${since} ${message('popup_clockEnds', defaultSessionSeconds / 60)}`
}

function timeText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? message('popup_minutes', rest) : message('popup_hours', hours, rest)
}

/** Returns alias and id as in “shop (111122223333)”, or the one that is known; '' if neither is. */
export function accountText(account: Account): string {
  const { id, alias } = account
  return alias !== undefined && id !== undefined
    ? `${alias} (${dashedAccount(id)})`
    : dashedAccount(aliasOrId(account))
}

/** Partition names are AWS's own, the same in every language, except for the first. */
export function partitionName(partition: Partition): string {
  const names: Readonly<Record<Partition, string>> = {
    aws: message('popup_partitionAws'),
    'aws-us-gov': 'AWS GovCloud (US)',
    'aws-cn': 'AWS China',
    'aws-eusc': 'AWS European Sovereign Cloud',
  }
  return names[partition]
}
