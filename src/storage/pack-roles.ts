import type { TargetRoles } from '../config/resolve/target-roles'
import type { Kind, PackedRoles } from './unpack-roles'

export function packRoles({ roles, bases }: TargetRoles): PackedRoles {
  const indices = new Map<string, number>()
  const kinds: Kind[] = []
  const kindOf = roles.map(({ name: _, account: __, ...kind }) => {
    const written = JSON.stringify(kind)
    const index = indices.get(written) ?? kinds.push(kind) - 1
    indices.set(written, index)
    return index
  })
  return {
    bases,
    kinds,
    kindOf,
    names: roles.map(role => role.name),
    accounts: roles.map(role => role.account),
  }
}
