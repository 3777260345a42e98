import { storedItem } from '../browser/stored-item'
import { isMoment } from '../lib/moment'
import { isFoundPortal } from './found-portals'
import type { Scan } from './scan'

/** The last search of a portal, so that it goes on after the browser has stopped the background script. */
export const scanItem = storedItem<Scan | undefined>({
  key: 'portalScan',
  area: 'session',
  version: 1,
  default: undefined,
  check: stored => (isScan(stored) ? stored : undefined),
})

/** Only the background script writes it, so this checks that it's a whole one of this version. */
function isScan(stored: unknown): stored is Scan {
  if (typeof stored !== 'object' || stored === null) return false
  const { startedAt, tab, state, listing, rolesBy, turn, pending, found, left, pace, seen } =
    stored as Partial<Record<keyof Scan, unknown>>
  return (
    isMoment(startedAt) &&
    Number.isSafeInteger(tab) &&
    [state, listing, left, pace].every(part => typeof part === 'object' && part !== null) &&
    [rolesBy, turn].every(part => typeof part === 'string') &&
    [pending, seen].every(part => Array.isArray(part)) &&
    isFoundPortal(found)
  )
}
