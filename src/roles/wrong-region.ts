import { consolePlace } from '../aws/console-place'
import { partitionOfRegion } from '../aws/partitions'
import { isGlobalPage } from '../aws/redirect'
import type { Role } from '../config/resolve/role'
import type { TargetRoles } from '../config/resolve/target-roles'

/** A console page in a region that isn't one of the role's. */
export interface WrongRegion {
  readonly here: string
  /** The first of the role's regions in the page's partition. */
  readonly wanted: string
}

/**
 * Returns whether the page of a tab that is in the role shows a region other than those in the role's `region` and
 * `regions`. A base account's `target_region` is only where its roles open. Pages of global services, and pages without a
 * region in their address, are never in the wrong one.
 */
export function wrongRegion(
  { region, regions = [], base }: Role,
  { bases }: Pick<TargetRoles, 'bases'>,
  page: string,
): WrongRegion | undefined {
  const isOwn = regions.length > 0 || base === undefined || bases[base]?.targetRegion !== region
  const { region: here, partition } = (isOwn && consolePlace(page)) || {}
  const own = [...(region === undefined ? [] : [region]), ...regions]
  if (here === undefined || own.includes(here) || isGlobalPage(new URL(page))) return undefined
  const wanted = own.find(one => partitionOfRegion(one) === partition)
  return wanted === undefined ? undefined : { here, wanted }
}
