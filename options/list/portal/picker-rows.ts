import { searchKey } from '../../../src/lib/search-key'
import type { FoundAccount } from '../../../src/portal/found'
import type { PlannedRole } from './choices'

/** A row of the list of new roles: an account with its roles below it. */
export type PickerRow =
  | { readonly kind: 'account'; readonly account: FoundAccount; readonly roles: readonly PlannedRole[] }
  | { readonly kind: 'role'; readonly role: PlannedRole }

/** Returns the keys of the roles of a row. */
export function keysOf(row: PickerRow): readonly string[] {
  return row.kind === 'role' ? [row.role.key] : row.roles.map(({ key }) => key)
}

/**
 * Returns the rows of the roles that match every word of the query, by their names, their accounts or their permission
 * sets.
 */
export function pickerRows(planned: readonly PlannedRole[], query: string): readonly PickerRow[] {
  const words = searchKey(query).split(/\s+/).filter(Boolean)
  const isMatch = ({ name, roleName, found: { account } }: PlannedRole) => {
    const key = searchKey(`${account.name}\n${account.id}\n${roleName}\n${name}`)
    return words.every(word => key.includes(word))
  }
  const wanted = words.length === 0 ? planned : planned.filter(isMatch)
  const byAccount = new Map<string, PlannedRole[]>()
  for (const role of wanted) {
    const known = byAccount.get(role.account)
    if (known) known.push(role)
    else byAccount.set(role.account, [role])
  }
  return [...byAccount.values()].flatMap(roles => {
    const account = roles[0]?.found.account
    const below = roles.map((role): PickerRow => ({ kind: 'role', role }))
    return account ? [{ kind: 'account', account, roles } as const, ...below] : []
  })
}

/** Whether all, some or none of the keys are ticked. */
export function tickOf(keys: readonly string[], unticked: ReadonlySet<string>): 'all' | 'some' | 'none' {
  const off = keys.filter(key => unticked.has(key)).length
  return off === 0 ? 'all' : off === keys.length ? 'none' : 'some'
}

/** Returns `unticked` after a press on something that has these keys: ticks them, unless all of them are. */
export function toggled(unticked: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(unticked)
  const isOff = tickOf(keys, unticked) === 'all'
  for (const key of keys) {
    if (isOff) next.add(key)
    else next.delete(key)
  }
  return next
}
