import { countMessage, message } from '../src/browser/message'
import type { Role } from '../src/roles/role'
import type { Failure, Stop } from './state'

/** What happened and why, what to do, and a button for it. */
export interface Notice {
  readonly title: string
  readonly text: string
  /** What it can mean beside that. */
  readonly causes?: readonly string[]
  readonly remedy?: Remedy
}

/** What the popup can do about it. */
export type Remedy = 'go-to-base' | 'copy-report' | 'open-options' | 'open-console' | 'reload-page'

/** Why there is no menu, in words. */
export function stopNotice(stop: Stop): Notice {
  switch (stop.kind) {
    case 'not-console':
      return notice(message('popup_notConsole_title'), message('popup_notConsole'), 'open-console')
    case 'link-elsewhere':
      return notice(message('popup_linkElsewhere_title'), message('popup_linkElsewhere', stop.host))
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
        'copy-report',
      )
    case 'foreign-sign-in-host':
      return notice(message('popup_foreignSignIn_title'), message('popup_foreignSignIn', stop.host))
  }
}

/**
 * How the switch to `role`, or without one the switch back, failed, in words. `isFromRole`: the tab is itself a switched
 * role.
 */
export function failureNotice(role: Role | undefined, failure: Failure, isFromRole: boolean): Notice {
  const title = role ? message('popup_failed_title', role.name) : message('popup_backFailed_title')
  switch (failure.kind) {
    case 'refused':
      return refusedNotice(title, role, failure, isFromRole)
    case 'blocked':
      return notice(title, message('popup_blocked', failure.directive))
    case 'no-csrf-token':
      return notice(title, message('popup_noCsrfToken'), 'reload-page')
    case 'timed-out':
      return notice(title, message('popup_timedOut'))
    case 'failed':
      return notice(title, message('popup_notSent', failure.message))
    case 'unknown-answer':
      return notice(title, message('popup_unknownAnswer'), 'reload-page')
    case 'foreign-destination':
      return notice(title, message('popup_foreignDestination', failure.host))
    case 'no-access':
      return notice(title, message('popup_noAccess', failure.message), 'reload-page')
  }
}

function refusedNotice(
  title: string,
  role: Role | undefined,
  failure: Extract<Failure, { readonly kind: 'refused' }>,
  isFromRole: boolean,
): Notice {
  if (!role) return notice(title, message('popup_backRefused', failure.reason))
  if ('fromBase' in failure) {
    const text = message('popup_refusedFromBase', failure.reason)
    return { ...notice(title, text, 'go-to-base'), causes: causes(false) }
  }
  return {
    ...notice(title, message('popup_refused', failure.reason, role.roleName)),
    causes: causes(isFromRole),
  }
}

/** What AWS's refusal can mean, which doesn't tell them apart. Source: docs/console.md, “What a refusal can mean”. */
function causes(isChained: boolean): readonly string[] {
  return [
    ...(isChained ? [message('popup_causeChained')] : []),
    message('popup_causeTrust'),
    message('popup_causeExternalId'),
    message('popup_causeMfa'),
    message('popup_causePolicy'),
  ]
}

/** The button for a remedy. */
export function remedyLabel(remedy: Remedy): string {
  switch (remedy) {
    case 'open-options':
      return message('popup_openOptions')
    case 'open-console':
      return message('popup_openConsole')
    case 'go-to-base':
      return message('popup_goToBase')
    case 'copy-report':
      return message('popup_copyReport')
    case 'reload-page':
      return message('popup_reloadPage')
  }
}

function notice(title: string, text: string, remedy?: Remedy): Notice {
  return { title, text, ...(remedy && { remedy }) }
}
