import type { TargetRoles } from '../config/resolve/target-roles'

/** Returns the roles without their images, wherever these come from. */
export function withoutImages({ roles, bases }: TargetRoles): TargetRoles {
  return { bases, roles: roles.map(({ image: _, ...role }) => role) }
}
