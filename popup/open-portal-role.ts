import { portalLink } from '../src/aws/portal'
import type { Tab } from '../src/browser/tabs'
import type { Role } from '../src/config/resolve/role'
import { leaveOnward } from '../src/launch/onward'
import type { ReaderFinder } from '../src/roles/before-switch'
import type { Ending } from './ending-of'
import type { OpenMode } from './keys'
import { logOpened } from './log-switch'
import type { Facts } from './menu-data'
import { openPage } from './open-page'
import { destinationOf } from './portal-destination'
import type { Through } from './state'

/**
 * Opens a portal role through its portal's link. Lands on the wanted page, or on the console page that the tab shows, if the
 * portal is in its partition, else in the role's region. With `through`, opens the first of its steps in place of the role,
 * and leaves the others to the menu in the tab that lands. `show` opens the link as `how` says.
 */
export async function openPortalRole(
  role: Role,
  how: OpenMode,
  facts: Facts,
  through: Through | undefined,
  readerOf: ReaderFinder | undefined,
  show: (tab: Tab, url: string, how: OpenMode) => Promise<Ending> = openPage,
): Promise<Ending> {
  const [first = role, ...between] = through?.steps ?? []
  const [second] = between
  if (second && facts.consoleTab?.session.mode.kind === 'classic') {
    // The portal would end what is open, for nothing.
    return { kind: 'needs-multi-session', between: second.name }
  }
  const { portal: url = '' } = first
  const page = destinationOf(through ? { ...first, region: role.region ?? first.region } : role, facts)
  const ending = await show(facts.tab, portalLink({ url }, first, page), how)
  if (ending.kind !== 'done') return ending
  await logOpened(first, facts, first.partition ?? 'aws')
  if (!through || ending.tab === undefined) return ending
  const listed = facts.list.targets.roles.find(({ name }) => name === role.name)
  await leaveOnward({
    tab: ending.tab,
    from: first.name,
    profiles: [...between, role].map(({ name }) => name),
    ...(page !== undefined && { page }),
    ...(role.region !== undefined && role.region !== listed?.region && { region: role.region }),
    // Its reader would have been taken in its place.
    ...(readerOf?.(role) && { isItself: true }),
  })
  return ending
}
