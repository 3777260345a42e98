import { consolePlace } from '../src/aws/console-place'
import type { Role } from '../src/config/resolve/role'

/** Returns the role, but in the region that the page shows, whatever its profile says. Without a page, returns the role. */
export function inRegionOf(page: string | undefined, role: Role): Role {
  if (page === undefined) return role
  const { region: _, ...rest } = role
  const region = consolePlace(page)?.region
  return { ...rest, ...(region && { region }) }
}
