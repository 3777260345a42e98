import { portalOfPage } from '../../src/aws/portal'
import { valueIn } from '../../src/browser/stored-item'
import { foundPortals } from '../../src/portal/found-portals'
import { wantedScan } from '../../src/portal/scan'
import { scanItem } from '../../src/portal/stored-scan'
import type { ParsedList } from '../../src/storage/list-items'
import type { MenuFailure } from '../state'
import { inPortal, withFoundRoles } from './found-roles'
import type { PortalMenu } from './portal-menu'

type List = ParsedList | { readonly failure: MenuFailure }

/**
 * Returns the menu of a portal's page, with the list that it shows: the user's, which may be empty, and the roles that were
 * found in the portal. Undefined on any other page. A list that can't be read stays the failure that it is.
 */
export async function loadPortal(
  tab: number,
  address: string,
  list: List,
): Promise<{ readonly portal: PortalMenu; readonly list: List } | undefined> {
  const portal = portalOfPage(address)
  if (!portal) return undefined
  const isEmpty = 'failure' in list && ['nothing-configured', 'no-roles'].includes(list.failure.kind)
  const own = isEmpty ? emptyList : list
  const listed = 'failure' in own ? [] : own.targets.roles
  const [found, scan] = await Promise.all([foundPortals.get(), scanItem.get()]).catch(() => [])
  // The background script is about to begin or resume the search.
  const wanted = wantedScan(scan && valueIn(scan), 'look', { url: portal.url, tab, now: Date.now() })
  const menu = inPortal(
    { url: portal.url, tab, listed, found: undefined, scan: undefined },
    found && valueIn(found),
    wanted,
  )
  return { portal: menu, list: 'failure' in own ? own : withFoundRoles(own, menu) }
}

const emptyList: ParsedList = { targets: { roles: [], bases: [] }, profiles: 0, errors: 0 }
