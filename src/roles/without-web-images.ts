import type { TargetRoles } from './target-roles'

/** The roles without the images that would have to be asked for from a host. What a `data:` URL holds stays. */
export function withoutWebImages({ roles, bases }: TargetRoles): TargetRoles {
  return {
    bases,
    roles: roles.map(role => {
      const { image, ...others } = role
      return image === undefined || /^data:/i.test(image) ? role : others
    }),
  }
}
