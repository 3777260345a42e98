import type { Base } from '../config/resolve/base-account'
import type { Role } from '../config/resolve/role'
import type { TargetRoles } from '../config/resolve/target-roles'

/**
 * Target roles as stored. Thousands of roles differ in name and account, but share role name, color, group and the rest with
 * many others. What they share is stored once, so that a browser reads a third as much.
 */
export interface PackedRoles {
  readonly bases: readonly Base[]
  readonly kinds: readonly Kind[]
  readonly names: readonly string[]
  readonly accounts: readonly string[]
  /** Index of each role's kind. */
  readonly kindOf: readonly number[]
}

/** A role without its individual properties. */
export type Kind = Omit<Role, 'name' | 'account'>

/**
 * Returns the roles that `packRoles` was given.
 * @throws if the parts don't fit together.
 */
export function unpackRoles({ bases, kinds, kindOf, names, accounts }: PackedRoles): TargetRoles {
  const roles = names.map((name, index): Role => {
    const kind = kinds[kindOf[index] ?? -1]
    const account = accounts[index]
    if (!kind || account === undefined) throw new Error('A role has no kind or no account.')
    return { ...kind, name, account }
  })
  return { roles, bases }
}
