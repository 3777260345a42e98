import { isAccountId } from '../aws/account-id'
import { isRegion } from '../aws/partitions'
import { portalAt } from '../aws/portal'
import { storedItem } from '../browser/stored-item'
import { isMoment } from '../lib/moment'
import { oneLine } from '../lib/one-line'
import type { FoundAccount, FoundPortal } from './found'
import { isPermissionSet, maxFoundAccounts, maxFoundNameLength, maxFoundRoles } from './found-limits'

/** How many portals' findings are kept. */
const maxFoundPortals = 5

/** What was found in each access portal, newest last, one for each URL. Gone when the browser exits. */
export const foundPortals = storedItem<readonly FoundPortal[]>({
  key: 'foundPortals',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (isFoundPortals(stored) ? stored : undefined),
})

/** Returns the findings with those of `portal` newest, in place of what was found there before. */
export function withFoundPortal(found: readonly FoundPortal[], portal: FoundPortal): readonly FoundPortal[] {
  return [...found.filter(({ url }) => url !== portal.url), portal].slice(-maxFoundPortals)
}

function isFoundPortals(stored: unknown): stored is readonly FoundPortal[] {
  return Array.isArray(stored) && stored.length <= maxFoundPortals && stored.every(isFoundPortal)
}

export function isFoundPortal(stored: unknown): stored is FoundPortal {
  if (typeof stored !== 'object' || stored === null) return false
  const { url, region, accounts, applications, foundAt, isComplete } = stored as Partial<
    Record<keyof FoundPortal, unknown>
  >
  return (
    typeof url === 'string' &&
    portalAt(url)?.url === url &&
    (region === undefined || (typeof region === 'string' && isRegion(region))) &&
    Array.isArray(accounts) &&
    accounts.length <= maxFoundAccounts &&
    accounts.every(isFoundAccount) &&
    isUnique(accounts.map(({ id }) => id)) &&
    Number.isSafeInteger(applications) &&
    Number(applications) >= 0 &&
    isMoment(foundAt) &&
    typeof isComplete === 'boolean'
  )
}

function isFoundAccount(stored: unknown): stored is FoundAccount {
  if (typeof stored !== 'object' || stored === null) return false
  const { id, name, roles } = stored as Partial<Record<keyof FoundAccount, unknown>>
  return (
    typeof id === 'string' &&
    isAccountId(id) &&
    typeof name === 'string' &&
    oneLine(name, maxFoundNameLength) !== undefined &&
    Array.isArray(roles) &&
    roles.length <= maxFoundRoles &&
    roles.every(role => typeof role === 'string' && isPermissionSet(role)) &&
    isUnique(roles)
  )
}

function isUnique(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}
