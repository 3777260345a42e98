import { isOfPattern } from '../aws/page-pattern'
import type { Role } from '../config/resolve/role'

/**
 * `file`: as the text has them. `name`: by name. `recent`: those switched to last first, the rest as in the text.
 * `frequent`: those switched to most and lately first. `group`: as the text has them, each group under its heading.
 */
export const orders = ['file', 'name', 'recent', 'frequent', 'group'] as const

export type Order = (typeof orders)[number]

/** What the user did, by which roles are put in order. */
export interface Habits {
  /** Names of the roles that were switched to, the last one first. */
  readonly recent: readonly string[]
  /** The same, those switched to most and lately first. */
  readonly frequent: readonly string[]
  /** Names of the roles that stay on top, in their order. */
  readonly pinned: readonly string[]
}

/** Numbers in names count as numbers: `shop-2` comes before `shop-10`. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/**
 * The roles in the order wanted: those that are for the page at `url` first, the pinned ones next. Names of no role
 * don't matter. Takes time in proportion to the number of roles, but for `name`, which sorts them.
 */
export function inOrder(roles: readonly Role[], order: Order, habits: Habits, url?: string): readonly Role[] {
  const ordered = withoutFirst(roles, order, habits)
  const pinned = ranked(ordered, habits.pinned)
  return url === undefined ? pinned : byTurns(pinned, role => isForPage(role, url))
}

/** Whether the role's profile says that it is for the page at `url`. */
export function isForPage({ match }: Role, url: string): boolean {
  return match?.some(pattern => isOfPattern(url, pattern)) ?? false
}

function withoutFirst(roles: readonly Role[], order: Order, { recent, frequent }: Habits): readonly Role[] {
  switch (order) {
    case 'file':
      return roles
    case 'name':
      return [...roles].sort((one, other) => collator.compare(one.name, other.name))
    case 'recent':
      return ranked(roles, recent)
    case 'frequent':
      return ranked(roles, frequent)
    case 'group':
      return byGroup(roles)
  }
}

/** Those with a name of the list first, in its order; the others as they were. */
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
  // Names of no role left holes.
  return [...first.filter(Boolean), ...rest]
}

/** The roles of a group together, at the place of its first; those of none come last. */
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
