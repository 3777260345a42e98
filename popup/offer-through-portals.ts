import { message } from '../src/browser/i18n'
import type { Role } from '../src/config/resolve/role'
import type { TargetRoles } from '../src/config/resolve/target-roles'
import type { Switchable } from '../src/roles/switchable'
import { type ReachOptions, throughPortals as reached } from '../src/roles/through-portals'
import type { Facts } from './menu-data'
import type { MenuData, Through } from './state'

type Reached = Pick<MenuData, 'roles' | 'hidden' | 'through'>

/**
 * Returns what the menu offers if it also leads through portals to what isn't available where it was opened. While the page
 * hasn't said who is signed in, that isn't known.
 */
export function throughPortals(near: Switchable, { list, settings, blockedTab }: Facts): Reached {
  const page = blockedTab?.pageFailure.kind
  if (page === 'waiting') return near
  return withThrough(list.targets, near, { ...settings, isLost: page === 'signed-out' })
}

/** Adds the roles that can be reached through a portal to those that are available anyway, and says through what. */
export function withThrough(targets: TargetRoles, near: Switchable, options: ReachOptions): Reached {
  const { steps, ...offered } = reached(targets, near, options)
  if (steps.size === 0) return offered
  const listed = new Map(targets.roles.filter(({ name }) => steps.has(name)).map(role => [role.name, role]))
  const through = ({ name, account, roleName }: Role): Through | undefined => {
    const [role, way] = [listed.get(name), steps.get(name)]
    // A link's role may have the name of another one.
    const isListed = role?.account === account && role.roleName === roleName
    return way && isListed ? { steps: way, label: labelOf(way) } : undefined
  }
  return { ...offered, through }
}

function labelOf([portal, between]: readonly Role[]): string {
  const first = portal?.name ?? ''
  return between ? message('popup_throughTwo', first, between.name) : message('popup_through', first)
}
