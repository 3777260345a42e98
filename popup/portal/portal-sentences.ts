import { countMessage, message } from '../../src/browser/i18n'
import type { FoundPortal } from '../../src/portal/found'
import { countRoles } from '../../src/portal/plan/found-role'
import type { Scan, ScanFailure } from '../../src/portal/scan'
import { countFound } from './count-found'
import { sharedNames } from './found-roles'
import type { PortalMenu } from './portal-menu'

/** What the menu says about the portal, and what can be done. */
export interface PortalNotice {
  readonly kind: 'progress' | 'found' | 'trouble'
  readonly title: string
  readonly texts: readonly string[]
  readonly details: readonly string[]
  readonly actions: readonly PortalAction[]
}

/** What the background script is asked for, by action. */
export const requests = {
  stop: 'stop-in-portal',
  continue: 'continue-in-portal',
  again: 'look-again-in-portal',
} as const

export type PortalAction = keyof typeof requests | 'review' | 'copy-report'

export function isRequest(action: PortalAction): action is keyof typeof requests {
  return action in requests
}

/** Returns what the menu says about the portal. */
export function portalNotice({ found, scan, listed }: Omit<PortalMenu, 'url' | 'tab'>): PortalNotice {
  if (!scan) return { ...progress(message('portal_looking_title'), message('portal_looking')), actions: [] }
  const { state } = scan
  const counts = found && countFound(found, listed)
  const hasNews = counts !== undefined && counts.added + counts.gone > 0
  const review = hasNews ? (['review'] as const) : []
  const details = detailsOf(scan)
  switch (state.kind) {
    case 'running':
      return { ...running(scan), actions: ['stop'] }
    case 'stopped': {
      const text =
        scan.listing.kind === 'listed'
          ? countMessage('portal_stopped', scan.pending.length)
          : message('portal_stoppedEarly')
      const texts = [text, ...newsOf(found, listed)]
      return { kind: 'found', title: soFar(scan), texts, details, actions: [...review, 'continue'] }
    }
    case 'failed':
      return { ...trouble(state.failure, scan), details, actions: [...actionsOf(state.failure), ...review] }
    case 'done': {
      if (!found || found.accounts.length === 0) {
        const texts = [message('portal_none')]
        return { kind: 'found', title: message('portal_none_title'), texts, details, actions: ['again'] }
      }
      return {
        kind: 'found',
        title: counted('portal_found', found),
        texts: newsOf(found, listed),
        details,
        actions: [...review, 'again'],
      }
    }
  }
}

function running(scan: Scan): Omit<PortalNotice, 'actions'> {
  const { found, pending, listing, pace } = scan
  if (found.accounts.length === 0) {
    const text = message(pace.tries > 0 && pace.isSlowed ? 'portal_slowed' : 'portal_looking')
    return progress(message('portal_looking_title'), text)
  }
  if (pace.tries > 0 && pace.isSlowed) return progress(soFar(scan), message('portal_slowed'))
  const text =
    listing.kind === 'listed' ? countMessage('portal_toGo', pending.length) : message('portal_looking')
  return progress(soFar(scan), text)
}

function progress(title: string, text: string): Omit<PortalNotice, 'actions'> {
  return { kind: 'progress', title, texts: [text], details: [] }
}

function soFar({ found }: Scan): string {
  return counted('portal_foundSoFar', found)
}

function counted(key: 'portal_found' | 'portal_foundSoFar', { accounts }: FoundPortal): string {
  const roles = countRoles(accounts)
  return message(key, countMessage('portal_accounts', accounts.length), countMessage('portal_roles', roles))
}

/** Returns how what was found differs from the list. */
function newsOf(found: FoundPortal | undefined, listed: PortalMenu['listed']): readonly string[] {
  if (!found) return []
  const { added, gone, roles } = countFound(found, listed)
  const news = [
    ...(added > 0 ? [countMessage('portal_new', added)] : []),
    ...(gone > 0 ? [countMessage('portal_gone', gone)] : []),
  ]
  return news.length === 0 && roles > 0 ? [message('portal_allKnown')] : news
}

function trouble(failure: ScanFailure, scan: Scan): Pick<PortalNotice, 'kind' | 'title' | 'texts'> {
  const hasFound = scan.found.accounts.length > 0
  const say = (title: string, ...texts: readonly string[]) => ({ kind: 'trouble', title, texts }) as const
  switch (failure.kind) {
    case 'signed-out':
      return say(message('portal_signedOut_title'), message('portal_signedOut'))
    case 'expired':
      return say(soFar(scan), message('portal_expired'))
    case 'changed': {
      const { because } = failure
      const reason =
        because.kind === 'status'
          ? message('portal_otherStatus', because.status)
          : message(because.kind === 'html' ? 'portal_otherPage' : 'portal_otherShape')
      return hasFound
        ? say(message('portal_partly_title'), reason, message('portal_fromPage'))
        : say(message('portal_notRead_title'), reason, message('portal_nothingShown'))
    }
    case 'left':
      return say(hasFound ? soFar(scan) : message('portal_notRead_title'), message('portal_left'))
    case 'silent':
      return say(hasFound ? soFar(scan) : message('portal_notRead_title'), message('portal_silent'))
    case 'no-access':
      return say(message('portal_notRead_title'), message('portal_closed'))
    case 'offline':
      return say(hasFound ? soFar(scan) : message('portal_notRead_title'), message('portal_offline'))
    case 'unavailable':
      return say(
        hasFound ? soFar(scan) : message('portal_notRead_title'),
        message('portal_unavailable', failure.status),
      )
    case 'throttled':
      return say(hasFound ? soFar(scan) : message('portal_notRead_title'), message('portal_throttled'))
  }
}

function actionsOf({ kind }: ScanFailure): readonly PortalAction[] {
  if (kind === 'changed') return ['again', 'copy-report']
  return kind === 'no-access' ? [] : ['continue']
}

/** Returns what else there is to know about what was found. */
function detailsOf({ found, left }: Scan): readonly string[] {
  const { accounts, applications } = found
  const unnamed = accounts.filter(({ name }) => name === '').length
  const shared = sharedNames(accounts)
  const sameName = accounts.filter(({ name }) => shared.has(name)).length
  return [
    ...(left.unread > 0 ? [countMessage('portal_unread', left.unread)] : []),
    ...(left.isCut ? [message('portal_cut')] : []),
    ...(left.withoutId > 0 ? [countMessage('portal_withoutId', left.withoutId)] : []),
    ...(unnamed > 0 ? [countMessage('portal_unnamed', unnamed)] : []),
    ...(sameName > 0 ? [countMessage('portal_sameName', sameName)] : []),
    ...(applications > 0 ? [countMessage('portal_applications', applications)] : []),
  ]
}

export function actionLabel(action: PortalAction): string {
  switch (action) {
    case 'review':
      return message('portal_review')
    case 'stop':
      return message('portal_stop')
    case 'continue':
      return message('portal_continue')
    case 'again':
      return message('portal_again')
    case 'copy-report':
      return message('popup_copyReport')
  }
}
