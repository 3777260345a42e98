import type { Partition } from '../aws/partitions'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'

/** The partition that a role is opened in: its own, else that of the session that it is opened from, if there is one. */
export function partitionOf(role: Role, session: Session | undefined): Partition {
  return role.partition ?? session?.partition ?? 'aws'
}
