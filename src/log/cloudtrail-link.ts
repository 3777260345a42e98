import { consoleHost, homeRegionOf } from '../aws/partitions'
import { portalLink } from '../aws/portal'
import { checkAccount, isRoleName } from '../config/parse/aws-values'
import type { Role } from '../config/resolve/role'
import { roleLink } from '../roles/role-link'
import type { LogEntry } from './log-entry'

/** The time shown before a switch, and after it if its end isn't known, in milliseconds. */
const beforeMs = 5 * 60_000
const afterMs = 60 * 60_000

/**
 * Returns the link to CloudTrail's event history around an entry, in the role that it is about: through the portal of `role`
 * if that is a portal role, else as a link to a page in a role, about which the menu asks. Source: docs/console.md,
 * “CloudTrail's event history”.
 */
export function cloudTrailLink(entry: LogEntry, role: Pick<Role, 'portal'> | undefined): string {
  const { partition, account, roleName, at, end = at + afterMs } = entry
  const region = entry.region ?? homeRegionOf(partition)
  const time = (moment: number) => new Date(moment).toISOString()
  const page = `https://${consoleHost(region, partition)}/cloudtrailv2/home?region=${region}#/events?StartTime=${time(at - beforeMs)}&EndTime=${time(end)}&ReadOnly=false`
  if (role?.portal !== undefined) return portalLink({ url: role.portal }, { account, roleName }, page)
  const isNamed = entry.how !== 'portal' && checkAccount(account) === account && isRoleName(roleName)
  return isNamed ? roleLink(page, { account, roleName }) : page
}
