import { isRegion, type Partition, partitionOfRegion } from '../aws/partitions'
import { regions } from '../aws/regions'
import type { Role } from '../config/resolve/role'

/**
 * The region that is meant by what stands behind the `>` of a query: a region of the partition, or the first one that
 * begins so, the role's own before all others. Undefined where there is none.
 */
export function typedRegion(
  typed: string,
  { regions: own = [] }: Role,
  partition: Partition,
): string | undefined {
  const isOfPartition = (region: string) => partitionOfRegion(region) === partition
  const known = [...own, ...regions].filter(isOfPartition)
  if (known.includes(typed)) return typed
  return (
    known.find(region => region.startsWith(typed)) ??
    (isRegion(typed) && isOfPartition(typed) ? typed : undefined)
  )
}
