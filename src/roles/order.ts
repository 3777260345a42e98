import { isOfPattern } from '../aws/page-pattern'
import type { Role } from '../config/resolve/role'

/**
 * `recent`: in text order, below the few that were used last. `frequent`: most frequently and recently used first. `file`:
 * in text order. `name`: by name. `group`: in text order, each group under its heading.
 */
export const orders = ['recent', 'frequent', 'file', 'name', 'group'] as const

export type Order = (typeof orders)[number]

/** The user's habits, which determine the order of roles. */
export interface Habits {
  /** Names of used roles, most recent first. */
  readonly recent: readonly string[]
  /** Names of used roles, most frequently and recently used first. */
  readonly frequent: readonly string[]
  /** Names of the roles pinned to the top, in order. */
  readonly pinned: readonly string[]
}

/** Compares digits as numbers: `shop-2` comes before `shop-10`. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/**
 * Sorts the roles: those for the page at `url` first, then the pinned ones, then the rest in the given order. Ignores names
 * without a role. Linear in the number of roles, except for `name`, which sorts.
 */
export function inOrder(roles: readonly Role[], order: Order, habits: Habits, url?: string): readonly Role[] {
  const ordered = withoutFirst(roles, order, habits)
  const pinned = ranked(ordered, habits.pinned)
  return url === undefined ? pinned : byTurns(pinned, role => isForPage(role, url))
}

/** Of equally good matches of a query, `recent` has those first that were used last. */
export function inSearchOrder(
  roles: readonly Role[],
  order: Order,
  recent: Habits['recent'],
): readonly Role[] {
  return order === 'recent' ? ranked(roles, recent) : roles
}

/** Whether the role's profile matches the page at `url`. */
export function isForPage({ match }: Role, url: string): boolean {
  return match?.some(pattern => isOfPattern(url, pattern)) ?? false
}

/** A list with no more roles than that can be seen at a glance. */
const maxRecent = 5

/**
 * Returns how many roles come before all sections, because `isAhead` says so, and the few that were used last, which `recent`
 * lists again above all others, without the one that the user is in.
 */
export function sections(
  roles: readonly Role[],
  order: Order,
  recent: Habits['recent'],
  isAhead: (role: Role) => boolean,
  current?: Role,
): { readonly ahead: number; readonly recentRoles: readonly Role[] } {
  const first = roles.findIndex(role => !isAhead(role))
  const ahead = first === -1 ? roles.length : first
  if (order !== 'recent' || recent.length === 0 || roles.length <= maxRecent)
    return { ahead, recentRoles: [] }
  const byName = new Map(roles.slice(ahead).map(role => [role.name, role]))
  const used = recent.flatMap(name => byName.get(name) ?? []).filter(({ name }) => name !== current?.name)
  return { ahead, recentRoles: used.slice(0, maxRecent) }
}

function withoutFirst(roles: readonly Role[], order: Order, { frequent }: Habits): readonly Role[] {
  switch (order) {
    case 'file':
    case 'recent':
      return roles
    case 'name':
      return [...roles].sort((one, other) => collator.compare(one.name, other.name))
    case 'frequent':
      return ranked(roles, frequent)
    case 'group':
      return byGroup(roles)
  }
}

/** Moves the roles with a listed name to the front, in list order; keeps the order of the rest. */
function ranked(roles: readonly Role[], names: readonly string[]): readonly Role[] {
  if (names.length === 0) return roles
  const ranks = new Map(names.map((name, index) => [name, index]))
  const first: Role[] = []
  const rest: Role[] = []
  for (const role of roles) {
    const rank = ranks.get(role.name)
    if (rank === undefined) rest.push(role)
    else first[rank] = role
  }
  // Names without a role leave holes.
  return [...first.filter(Boolean), ...rest]
}

/** Groups the roles, each group at the position of its first role; roles without a group come last. */
function byGroup(roles: readonly Role[]): readonly Role[] {
  const groups = new Map<string, Role[]>()
  const rest: Role[] = []
  for (const role of roles) {
    if (role.group === undefined) rest.push(role)
    else {
      const members = groups.get(role.group)
      if (members) members.push(role)
      else groups.set(role.group, [role])
    }
  }
  return [...groups.values(), rest].flat()
}

function byTurns(roles: readonly Role[], isFirst: (role: Role) => boolean): readonly Role[] {
  if (!roles.some(isFirst)) return roles
  return [...roles.filter(isFirst), ...roles.filter(role => !isFirst(role))]
}
