import { isTooLongToSwitch, maxSwitchNameLength } from '../../src/aws/role-name'
import type { Session } from '../../src/aws/session'
import { countMessage, message } from '../../src/browser/i18n'
import { isClosedByPolicy, isClosedPage } from '../../src/browser/page-scripts'
import type { Role } from '../../src/config/resolve/role'
import { pressMs } from '../../src/launch/pending-choice'
import { dashedAccount } from '../../src/lib/dashed-account'
import { type RequestLink, requestLink } from '../../src/roles/request-link'
import { switchTimeoutMs } from '../../src/switching/post-switch'
import type { MenuFailure } from '../state'
import type { PageFailure } from '../tab/read-tab'
import { hiddenSentence } from './hidden-sentences'
import type { SwitchFailure } from './switch-failure'

/** What happened and why, what to do, and buttons for it. */
export interface Notice {
  readonly title: string
  readonly text: string
  /** What Enter does in place of a switch. */
  readonly instead?: string
  /** Other possible causes. */
  readonly causes?: readonly string[]
  readonly remedies?: readonly Remedy[]
  /** Where to ask for access. */
  readonly request?: RequestLink | undefined
  /** The sign-in host to try in place of the one that failed. */
  readonly otherHost?: string | undefined
}

/** What the popup can do about it. */
export type Remedy =
  | 'go-to-base'
  | 'copy-report'
  | 'copy-refusal'
  | 'open-options'
  | 'open-team'
  | 'open-console'
  | 'reload-page'

/** Returns why there is no menu, in words. */
export function menuFailureNotice(failure: MenuFailure): Notice {
  switch (failure.kind) {
    case 'not-console':
      return notice(message('popup_notConsole_title'), message('popup_notConsole'), 'open-console')
    case 'link-elsewhere':
      return notice(message('popup_linkElsewhere_title'), message('popup_linkElsewhere', failure.host))
    case 'nothing-configured':
      return notice(
        message('popup_nothingConfigured_title'),
        message('popup_nothingConfigured'),
        'open-options',
      )
    case 'team-missing':
      return notice(message('popup_teamMissing_title'), message('popup_teamMissing'), 'open-options')
    case 'no-roles': {
      const text =
        failure.errors === 0 ? message('popup_noRoles') : countMessage('popup_noRoles', failure.errors)
      return notice(message('popup_noRoles_title'), text, 'open-options')
    }
    case 'storage-failed':
      return notice(message('popup_storageFailed_title'), message('popup_storageFailed', failure.message))
    case 'storage-newer':
      return notice(message('popup_storageNewer_title'), message('popup_storageNewer'))
    case 'storage-unreadable':
      return notice(
        message('popup_storageUnreadable_title'),
        message('popup_storageUnreadable'),
        'open-options',
      )
  }
}

/** Returns why the page can't be posted from, or not yet, in words. */
export function pageFailureNotice(pageFailure: PageFailure): Notice {
  switch (pageFailure.kind) {
    case 'waiting':
      return notice(message('popup_waiting_title'), message('popup_waiting'))
    case 'no-access':
      if (isClosedByPolicy(pageFailure.message)) {
        return byForm(message('popup_closedByPolicy_title'), message('popup_closedByPolicy'))
      }
      if (isClosedPage(pageFailure.message)) {
        return byForm(message('popup_noAccess_title'), message('popup_closedPage'))
      }
      return byForm(
        message('popup_noAccess_title'),
        message('popup_noAccess', pageFailure.message),
        'reload-page',
      )
    case 'blocked':
      return byForm(
        message('popup_blocked_title'),
        message('popup_blocked', pageFailure.directive),
        'copy-report',
      )
    case 'signed-out':
      return byForm(
        message('popup_signedOut_title'),
        message('popup_signedOut'),
        'reload-page',
        'copy-report',
      )
    case 'missing-fact':
      return byForm(
        message('popup_missingFact_title'),
        message('popup_missingFact', pageFailure.fact),
        'reload-page',
        'copy-report',
      )
    case 'foreign-sign-in-host':
      return byForm(
        message('popup_foreignSignIn_title'),
        message('popup_foreignSignIn', pageFailure.host),
        'copy-report',
      )
  }
}

/** Returns how the switch to `role` failed, or the switch back if there is none, in words. `session` is the tab's. */
export function switchFailureNotice(
  role: Role | undefined,
  failure: SwitchFailure,
  session: Session | undefined,
  hideAccountIds: boolean,
): Notice {
  const title = role ? message('popup_failed_title', role.name) : message('popup_backFailed_title')
  const [otherHost] = role ? (session?.otherSignInHosts ?? []) : []
  const isFromRole = session?.switched !== undefined && session.mode.kind === 'multi-session'
  switch (failure.kind) {
    case 'refused':
      return refusedNotice(title, role, failure, isFromRole)
    case 'not-offered':
      return notice(title, hiddenSentence(failure.reason, hideAccountIds))
    case 'not-landed':
      return notice(
        message('popup_notLanded_title', role?.name ?? ''),
        message('popup_notLanded', failure.from),
      )
    case 'landed-signed-out':
      return notice(title, message('popup_landedSignedOut', failure.from))
    case 'landed-elsewhere': {
      const why = hiddenSentence(failure.reason, hideAccountIds)
      return notice(title, message('popup_landedElsewhere', failure.from, why))
    }
    case 'needs-multi-session':
      return notice(title, message('popup_needsMultiSession', failure.between))
    case 'list-changed':
      return notice(role ? title : message('popup_listChanged_title'), message('popup_listChanged'))
    case 'sign-in-first':
      return notice(message('popup_signInFirst_title'), signInSentence(role?.name ?? '', failure.base))
    case 'left-console':
      return {
        ...notice(title, message('popup_leftConsole')),
        causes: causes(role, false),
        request: role && requestLink(role),
        otherHost,
      }
    case 'unavailable':
      return {
        ...notice(title, message('popup_unavailable', session?.signInHost ?? '', failure.status)),
        otherHost,
      }
    case 'no-csrf-token':
      return notice(title, message('popup_noCsrfToken'), 'reload-page')
    case 'timed-out':
      return { ...notice(title, message('popup_timedOut', switchTimeoutMs / 1_000)), otherHost }
    case 'failed':
      return { ...notice(title, message('popup_notSent', failure.message)), otherHost }
    case 'unknown-answer':
      return notice(title, message('popup_unknownAnswer'), 'reload-page')
    case 'foreign-destination':
      return notice(title, message('popup_foreignDestination', failure.host))
    case 'no-access':
      if (isClosedByPolicy(failure.message)) return notice(title, message('popup_closedByPolicy'))
      return notice(title, message('popup_noAccess', failure.message), 'reload-page')
  }
}

function signInSentence(role: string, base: string | undefined): string {
  const minutes = pressMs / 60_000
  return base === undefined
    ? message('popup_signInFirstAny', role, minutes)
    : message('popup_signInFirst', role, base, minutes)
}

function refusedNotice(
  title: string,
  role: Role | undefined,
  failure: Extract<SwitchFailure, { readonly kind: 'refused' }>,
  isFromRole: boolean,
): Notice {
  if (!role) return notice(title, message('popup_backRefused', failure.reason))
  if ('fromBase' in failure) {
    const text = message('popup_refusedFromBase', failure.reason)
    return { ...notice(title, text, 'go-to-base'), causes: causes(role, false), request: requestLink(role) }
  }
  return {
    ...notice(
      title,
      message('popup_refused', failure.reason, role.roleName, dashedAccount(role.account)),
      'copy-refusal',
    ),
    causes: causes(role, isFromRole),
    request: requestLink(role),
  }
}

/**
 * The possible causes of AWS's refusal, which doesn't distinguish them. Source: docs/console.md, “What a refusal can mean”.
 */
function causes(role: Role | undefined, isChained: boolean): readonly string[] {
  return [
    ...(isChained ? [message('popup_causeChained')] : []),
    ...(role && isTooLongToSwitch(role.roleName) ? [message('popup_causeLength', maxSwitchNameLength)] : []),
    message('popup_causeTrust'),
    message('popup_causeExternalId'),
    message('popup_causeMfa'),
    message('popup_causePolicy'),
  ]
}

export function remedyLabel(remedy: Remedy): string {
  switch (remedy) {
    case 'open-options':
    case 'open-team':
      return message('popup_openOptions')
    case 'open-console':
      return message('popup_openConsole')
    case 'go-to-base':
      return message('popup_goToBase')
    case 'copy-refusal':
      return message('popup_copyRefusal')
    case 'copy-report':
      return message('popup_copyReport')
    case 'reload-page':
      return message('popup_reloadPage')
  }
}

function byForm(title: string, text: string, ...remedies: readonly Remedy[]): Notice {
  return { ...notice(title, text, ...remedies), instead: message('popup_formInstead') }
}

function notice(title: string, text: string, ...remedies: readonly Remedy[]): Notice {
  return { title, text, remedies }
}
