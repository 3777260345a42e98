import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { isCurrent } from './is-current'

/**
 * The role of the list that the session is in. Several profiles may name it, each for another region: then it is the one
 * that was chosen, by its name `chosen`, else the one of the page's region, else the first. Undefined if the list hasn't
 * got it. Linear in the number of roles.
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
