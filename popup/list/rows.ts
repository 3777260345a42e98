import type { Account } from '../../src/aws/session'
import type { Role } from '../../src/config/resolve/role'
import type { Again } from '../../src/sessions/role-tabs'

/** A line of the menu. */
export type Row =
  | {
      readonly kind: 'role'
      readonly role: Role
      /**
       * It is one of the few above all roles, among which it is listed too, or below its group's heading. `page`: the page's
       * address names its account.
       */
      readonly under?: 'recent' | 'group' | 'page'
    }
  /** Back to the base account. */
  | { readonly kind: 'switch-back'; readonly account: Account }
  /** The page that was pasted, in the tab's own session. */
  | { readonly kind: 'here' }
  /** The role whose session has ended here, where the user was. */
  | ({ readonly kind: 'again' } & Again)
  /** The heading of the roles below it, or in place of them if they are collapsed. */
  | { readonly kind: 'group'; readonly group: string; readonly count: number; readonly folded: boolean }
  /** A heading that can't be chosen. */
  | { readonly kind: 'section'; readonly section: Section }

export type Section = 'page' | 'others' | 'recent' | 'all'

interface Layout {
  /** Roles in menu order: those of a group are together if there are headings. */
  readonly roles: readonly Role[]
  readonly headings: boolean
  readonly folded: readonly string[]
  /** Names of the roles above all headings. */
  readonly pinned: readonly string[]
  /** The roles that were used last, most recent first, if they have a section of their own. */
  readonly recentRoles: readonly Role[]
  /** How many roles come before the sections, because they are pinned or for the page. */
  readonly ahead: number
  readonly backTo: Account | undefined
  readonly again?: Again | undefined
  /** Roles in the account that the page's address names, if that isn't the session's. */
  readonly forAddress: readonly Role[]
}

/** Returns the rows of roles that a query found. */
export function rowsOfRoles(roles: readonly Role[]): readonly Row[] {
  return roles.map(role => ({ kind: 'role', role }))
}

/** Returns the rows of the whole menu, before anything is typed. Takes time proportional to the number of roles. */
export function rowsOfMenu(layout: Layout): readonly Row[] {
  const { roles, headings, folded, pinned, recentRoles, backTo, forAddress, again } = layout
  const listed = headings
    ? underHeadings(roles, new Set(folded), new Set(pinned))
    : recentRoles.length > 0
      ? inSections(layout)
      : rowsOfRoles(roles)
  const rows: readonly Row[] = again ? [{ kind: 'again', ...again }, ...listed] : listed
  const all: readonly Row[] = backTo ? [{ kind: 'switch-back', account: backTo }, ...rows] : rows
  return forAddress.length > 0 ? [...inSection('page', forAddress), section('others'), ...all] : all
}

function section(section: Section): Row {
  return { kind: 'section', section }
}

function inSection(name: 'page' | 'recent', roles: readonly Role[]): readonly Row[] {
  return [section(name), ...roles.map(role => ({ kind: 'role', role, under: name }) as const)]
}

function inSections({ roles, recentRoles, ahead }: Layout): readonly Row[] {
  return [
    ...rowsOfRoles(roles.slice(0, ahead)),
    ...inSection('recent', recentRoles),
    section('all'),
    ...rowsOfRoles(roles.slice(ahead)),
  ]
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
    if (group === undefined) rows.push({ kind: 'role', role })
    else if (!folded.has(group)) rows.push({ kind: 'role', role, under: 'group' })
  }
  return rows
}
