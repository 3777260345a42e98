import type { Partition } from '../console/partitions'
import type { Session } from '../console/session'
import type { Role } from './role'

/** The partition that a role is opened in: its own, else that of the session that it is opened from, if there is one. */
export function partitionOf(role: Role, session: Session | undefined): Partition {
  return role.partition ?? session?.partition ?? 'aws'
}
