import type { Account } from '../src/aws/session'
import type { Role } from '../src/config/resolve/role'

/** A line of the menu. */
export type Row =
  | { readonly kind: 'role'; readonly role: Role }
  /** Back to the base account. */
  | { readonly kind: 'switch-back'; readonly account: Account }
  /** The heading of the roles below it, or in place of them if they are collapsed. */
  | { readonly kind: 'group'; readonly group: string; readonly count: number; readonly folded: boolean }

interface Layout {
  /** Roles in menu order: those of a group are together if there are headings. */
  readonly roles: readonly Role[]
  readonly headings: boolean
  readonly folded: readonly string[]
  /** Names of the roles above all headings. */
  readonly pinned: readonly string[]
  readonly backTo: Account | undefined
}

/** Returns the rows of roles that a query found. */
export function rowsOfRoles(roles: readonly Role[]): readonly Row[] {
  return roles.map(role => ({ kind: 'role', role }))
}

/** Returns the rows of the whole menu, before anything is typed. Takes time proportional to the number of roles. */
export function rowsOfMenu({ roles, headings, folded, pinned, backTo }: Layout): readonly Row[] {
  const rows = headings ? underHeadings(roles, new Set(folded), new Set(pinned)) : rowsOfRoles(roles)
  return backTo ? [{ kind: 'switch-back', account: backTo }, ...rows] : rows
}

function underHeadings(
  roles: readonly Role[],
  folded: ReadonlySet<string>,
  pinned: ReadonlySet<string>,
): readonly Row[] {
  const counts = new Map<string, number>()
  for (const { name, group } of roles) {
    if (group !== undefined && !pinned.has(name)) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const rows: Row[] = []
  let heading: string | undefined
  for (const role of roles) {
    const group = pinned.has(role.name) ? undefined : role.group
    if (group !== undefined && group !== heading) {
      rows.push({ kind: 'group', group, count: counts.get(group) ?? 0, folded: folded.has(group) })
    }
    heading = group
    if (group === undefined || !folded.has(group)) rows.push({ kind: 'role', role })
  }
  return rows
}
