import type { Partition } from '../src/aws/partitions'
import type { Account, Session } from '../src/aws/session'
import { countMessage, formatNumber, message } from '../src/browser/i18n'
import type { Clock } from '../src/sessions/session-clock'

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

/** How long the tab's session has been in its role; near the end, how long it still may be. */
export function clockSentence({ minutes, isExact, left }: Clock): string {
  if (left === 0) return message('popup_clockOver')
  if (left !== undefined) return countMessage('popup_clockLeft', left)
  return isExact ? timeText(minutes) : message('popup_clockAtLeast', timeText(minutes))
}

/** The clock at length: how long the role has been on, how that is known, and, where its end is counted down, what that end rests on. */
export function clockTitle({ minutes, isExact, left, isChained }: Clock): string {
  const since = message(isExact ? 'popup_clockSince' : 'popup_clockSeen', timeText(minutes))
  if (isChained) return `${since} ${message('popup_clockChained')}`
  return left === undefined ? since : `${since} ${message('popup_clockEnds')}`
}

function timeText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? message('popup_minutes', rest) : message('popup_hours', hours, rest)
}

/** Alias and id as in “shop (111122223333)”, or the one of them that is known; '' where neither is. */
export function accountText({ id, alias }: Account): string {
  if (alias !== undefined && id !== undefined) return `${alias} (${id})`
  return alias ?? id ?? ''
}

/** Names of partitions are AWS's own, the same in every language, but for the first. */
export function partitionName(partition: Partition): string {
  const names: Readonly<Record<Partition, string>> = {
    aws: message('popup_partitionAws'),
    'aws-us-gov': 'AWS GovCloud (US)',
    'aws-cn': 'AWS China',
    'aws-eusc': 'AWS European Sovereign Cloud',
  }
  return names[partition]
}
