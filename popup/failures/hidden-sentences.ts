import { message } from '../../src/browser/i18n'
import type { HiddenReason } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import { maxSwitches } from '../../src/roles/through-portals'
import { partitionName } from '../session-sentences'

/** Returns why a profile, or each of several, isn't available. */
export function hiddenSentence(reason: HiddenReason, hideAccountIds: boolean): string {
  switch (reason.kind) {
    case 'other-base':
      return otherBaseSentence(reason, hideAccountIds)
    case 'other-signed-in-role':
      return message('popup_otherSignedInRole', reason.base, reason.roleName)
    case 'other-partition':
      return reason.base === undefined
        ? message('popup_otherPartition', partitionName(reason.partition))
        : message('popup_otherPartitionBase', partitionName(reason.partition), reason.base)
    case 'other-role-name':
      return message('popup_otherRoleName', reason.roleName)
    case 'too-many-switches':
      return message('popup_tooManySwitches', reason.portal, maxSwitches)
    case 'no-session':
      return message('popup_noSession')
  }
}

/** Returns what to change so that a profile is available here. */
export function keyToChange(reason: HiddenReason): string {
  switch (reason.kind) {
    case 'other-base':
    case 'other-signed-in-role':
      return message('popup_changeSource', reason.base)
    case 'other-partition':
      return reason.base === undefined
        ? message('popup_changePartition')
        : message('popup_changeSource', reason.base)
    case 'other-role-name':
      return message('popup_changeMatching')
    case 'too-many-switches':
      return message('popup_changeTooManySwitches', reason.base)
    case 'no-session':
      return message('popup_changeNoSession')
  }
}

function otherBaseSentence(
  { base, account, nearMiss }: Extract<HiddenReason, { readonly kind: 'other-base' }>,
  hideAccountIds: boolean,
): string {
  const where = hideAccountIds ? base : `${base} (${dashedAccount(account)})`
  switch (nearMiss?.kind) {
    case undefined:
      return message('popup_otherBase', where)
    case 'switched-to':
      return message('popup_otherBaseSwitchedTo', where)
    case 'switched-from':
      return message('popup_otherBaseSwitchedFrom', where)
    case 'maybe':
      return hideAccountIds
        ? message('popup_otherBaseMaybeHere', base)
        : message('popup_otherBaseMaybe', where, base, dashedAccount(nearMiss.account))
  }
}
