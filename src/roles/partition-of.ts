import type { Partition } from '../aws/partitions'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'

/** Returns the partition to open a role in: its own, else that of the session it is opened from, if any. */
export function partitionOf(role: Role, session: Session | undefined): Partition {
  return role.partition ?? session?.partition ?? 'aws'
}
