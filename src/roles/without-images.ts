import type { TargetRoles } from '../config/resolve/target-roles'

/** The roles without their images, wherever those are from. */
export function withoutImages({ roles, bases }: TargetRoles): TargetRoles {
  return { bases, roles: roles.map(({ image: _, ...role }) => role) }
}
