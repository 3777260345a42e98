import { portalLink } from '../src/aws/portal'
import type { Role } from '../src/config/resolve/role'
import { partitionOf } from '../src/roles/partition-of'
import { containerLink } from '../src/switching/container-link'
import { formLink } from '../src/switching/role-copies'
import type { Ending } from './ending-of'
import { logOpened } from './log-switch'
import type { Facts } from './menu-data'
import { openPage } from './open-page'
import { destinationOf } from './portal-destination'

/**
 * Opens the role in a Firefox container of its own, which has other cookies: through its portal's link, or through AWS's own
 * switch form, since the user may not be signed in there yet.
 */
export async function openInContainer(role: Role, facts: Facts): Promise<Ending> {
  const { tab, consoleTab } = facts
  const { portal } = role
  const partition = partitionOf(role, consoleTab?.session)
  const url =
    portal === undefined
      ? formLink(role, consoleTab?.place ?? { partition, family: 'first' })
      : portalLink({ url: portal }, role, destinationOf(role, facts))
  const ending = await openPage(tab, containerLink(role, url), 'here')
  if (ending.kind === 'done') await logOpened(role, facts, partition)
  return ending
}
