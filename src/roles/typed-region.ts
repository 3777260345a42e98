import { isRegion, type Partition, partitionOfRegion } from '../aws/partitions'
import { regions } from '../aws/regions'
import type { Role } from '../config/resolve/role'

/**
 * Returns the region meant by the text after the `>` of a query: a region of the partition, or the first one with this
 * prefix, preferring the role's own. Undefined if there is none.
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
