import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { isCurrent } from './is-current'

/**
 * Returns the role of the list that the session is in, or undefined if there is none. If several profiles name it, each for
 * another region, returns the one named `chosen`, else the one of the page's region, else the first. Linear in the number of
 * roles.
 */
export function currentRole(
  roles: readonly Role[],
  session: Session,
  chosen: string | undefined,
  region: string | undefined,
): Role | undefined {
  if (!session.switched && session.signedInRole === undefined) return undefined
  const candidates = roles.filter(role => isCurrent(role, session))
  return (
    candidates.find(({ name }) => name === chosen) ??
    candidates.find(role => region !== undefined && role.region === region) ??
    candidates[0]
  )
}
