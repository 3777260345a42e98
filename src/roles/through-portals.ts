import { plainRoleName } from '../aws/role-name'
import type { Base } from '../config/resolve/base-account'
import type { HiddenRole, Role } from '../config/resolve/role'
import type { TargetRoles } from '../config/resolve/target-roles'
import type { Switchable, SwitchableOptions } from './switchable'

export interface ThroughPortals extends Switchable {
  /**
   * What has to be opened before each role that isn't available otherwise, by the role's name: the portal role of its base
   * account and, if that is a target role itself, this one after it.
   */
  readonly steps: ReadonlyMap<string, readonly Role[]>
}

export interface ReachOptions extends SwitchableOptions {
  /** Whether the page can't lead to any role by itself, because nobody is signed in there. */
  readonly isLost?: boolean
}

/** The most switches that one choice leads through, after the portal. Each of them needs a press of its own. */
export const maxSwitches = 2

/**
 * Returns `near`, what a menu offers by itself, and in addition the target roles that it can reach through the portal role
 * of their base account: with one switch, or with two if a target role is in between. If there are more, the reason says so.
 * Linear in the number of roles.
 */
export function throughPortals(
  { roles, bases }: TargetRoles,
  near: Switchable,
  { onlyMatchingRoles, isLost = false }: ReachOptions,
): ThroughPortals {
  const wayTo = waysTo(roles, bases)
  const steps = new Map<string, readonly Role[]>()
  const tooLong = new Map<string, HiddenRole>()
  const reasons = new Map(near.hidden.map(({ name, reason }) => [name, reason.kind]))
  for (const role of roles) {
    const { name, base } = role
    const reason = reasons.get(name)
    const isNear = reason === undefined ? !isLost : reason === 'other-role-name'
    if (base === undefined || role.portal !== undefined || isNear) continue
    const way = wayTo(base)
    const [portal] = way
    const last = way.at(-1)
    if (!portal || !last || !isInPartition(role, portal)) continue
    if (onlyMatchingRoles && plainRoleName(role.roleName) !== plainRoleName(last.roleName)) continue
    if (way.length <= maxSwitches) steps.set(name, way)
    else {
      const kind = 'too-many-switches'
      tooLong.set(name, { name, reason: { kind, portal: portal.name, base: last.name } })
    }
  }
  const offered = new Set(near.roles)
  return {
    roles: steps.size === 0 ? near.roles : roles.filter(role => offered.has(role) || steps.has(role.name)),
    hidden: near.hidden
      .filter(({ name }) => !steps.has(name))
      .map(hidden => tooLong.get(hidden.name) ?? hidden),
    steps,
  }
}

/**
 * Returns a function that finds the way to a base account, by its index: a portal role and the target roles after it, the
 * base account's own last. Empty if it doesn't begin with a portal role. Of a way that is too long, it leaves some out.
 */
function waysTo(roles: readonly Role[], bases: readonly Base[]): (base: number) => readonly Role[] {
  const names = new Set(bases.map(({ name }) => name))
  const byName = new Map(roles.filter(({ name }) => names.has(name)).map(role => [role.name, role]))
  const roleOf = (index: number): Role | undefined => {
    const base = bases[index]
    const role = base && byName.get(base.name)
    return role && leadsTo(role, base) ? role : undefined
  }
  const known: (readonly Role[] | undefined)[] = []
  const wayOf = (role: Role | undefined): readonly Role[] => {
    if (!role) return []
    if (role.portal !== undefined) return [role]
    const before = (role.base === undefined ? undefined : known[role.base]) ?? []
    const isWay = before.length > 0 && before.every(step => isInPartition(role, step))
    return isWay ? [...before.slice(0, maxSwitches), role] : []
  }
  return index => {
    // Not recursive: a list may have thousands of profiles, each the source of the next, or each other's.
    const pending: number[] = []
    for (let at: number | undefined = index; at !== undefined && !known[at]; ) {
      known[at] = []
      pending.push(at)
      const role = roleOf(at)
      at = role?.portal === undefined ? role?.base : undefined
    }
    for (const at of pending.reverse()) known[at] = wayOf(roleOf(at))
    return known[index] ?? []
  }
}

/** Whether one who has opened the role is signed in to the base account of the same name, as its roles require. */
function leadsTo({ account, roleName }: Role, base: Base): boolean {
  const isAccount = account === base.account || account === base.accountAlias
  return (
    isAccount && (base.roleName === undefined || plainRoleName(base.roleName) === plainRoleName(roleName))
  )
}

function isInPartition({ partition }: Role, other: Role): boolean {
  return partition === undefined || other.partition === undefined || partition === other.partition
}
