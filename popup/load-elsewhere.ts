import type { Tab } from '../src/browser/tabs'
import type { ParsedList } from '../src/storage/list-items'
import { loadAgain } from './again/load-again'
import type { Facts } from './menu-data'
import { loadPortal } from './portal/load-portal'
import type { MenuFailure } from './state'

type List = ParsedList | { readonly failure: MenuFailure }

/**
 * Returns what else the menu shows on a page that isn't a console's, with the list: on an access portal's, what was found
 * there; on a sign-in page, the role whose session has ended in the tab. Undefined on any other page.
 */
export async function loadElsewhere(
  tab: Tab & { readonly url: string },
  list: List,
): Promise<(Pick<Facts, 'portal' | 'again'> & { readonly list: List }) | undefined> {
  const portal = await loadPortal(tab.id, tab.url, list)
  if (portal || 'failure' in list) return portal
  const again = await loadAgain(tab, list.targets.roles)
  return again && { again, list }
}
