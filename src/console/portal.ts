import { isRegion, type Partition, partitionOfRegion } from './partitions'

/** An AWS access portal, where Identity Center's users sign in. */
export interface Portal {
  /** Its address without a slash at the end, as in `https://example.awsapps.com/start`. */
  readonly url: string
  readonly partition: Partition
}

/** Hosts of portals are below these. Source: docs/console.md, “Links that need no extension”. */
const domains = /\.(?:awsapps\.com|awsapps\.cn|app\.aws|portal\.amazonaws\.com)$/
/** Below these a portal has a host of its own, and no path. */
const ownHost = /\.(?:app\.aws|portal\.amazonaws\.com)$/
/** GovCloud's portals stand under a name of their own. */
const govCloud = /(?:^|\.)us-gov-home\.awsapps\.com$/

/** The portal at an address as users write it (`sso_start_url`); undefined where no portal of AWS's can be there. */
export function portalAt(address: string): Portal | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, port, username, password, origin, pathname } = new URL(address)
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === ''
  if (!isPlain || !domains.test(hostname)) return undefined
  const path = pathname.replace(/\/+$/, '')
  // `/start`, or in partitions of their own `/directory/<id>`.
  if (path === '' ? !ownHost.test(hostname) : !/^(?:\/[\w-]+){1,2}$/.test(path)) return undefined
  const partition = partitionOfPortal(hostname)
  // Where the European Sovereign Cloud has its portals is not known.
  return partition === 'aws-eusc' ? undefined : { url: `${origin}${path}`, partition }
}

/** The link by which the portal signs in to a permission set of an account, landing at `destination`. Source: as above. */
export function portalLink(
  { url }: Pick<Portal, 'url'>,
  { account, roleName }: { readonly account: string; readonly roleName: string },
  destination?: string,
): string {
  const parameters = { account_id: account, role_name: roleName, ...(destination && { destination }) }
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${url}/#/console?${pairs.join('&')}`
}

function partitionOfPortal(host: string): Partition {
  if (host.endsWith('.awsapps.cn')) return 'aws-cn'
  if (govCloud.test(host)) return 'aws-us-gov'
  return partitionOfRegion(host.split('.').find(isRegion) ?? '')
}
