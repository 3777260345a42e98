import { consoleHomeIn } from '../src/aws/console-home'
import { consolePlace } from '../src/aws/console-place'
import { redirectUrl } from '../src/aws/redirect'
import type { Role } from '../src/config/resolve/role'
import type { Facts } from './menu-data'

/** Returns the page that a portal role opens: the wanted one or the tab's, if it is in its partition, else in its region. */
export function destinationOf(
  role: Pick<Role, 'account' | 'partition'> & { readonly region?: string | undefined },
  { consoleTab, to }: Pick<Facts, 'consoleTab' | 'to'>,
): string | undefined {
  const { partition = 'aws', region } = role
  const url = to ?? consoleTab?.url
  if (url !== undefined && consolePlace(url)?.partition === partition)
    return redirectUrl(url, partition, role)
  return region && consoleHomeIn(region, partition)
}
