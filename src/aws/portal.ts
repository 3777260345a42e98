import { isRegion, type Partition, partitionOfRegion } from './partitions'

/** An AWS access portal, where Identity Center users sign in. */
export interface Portal {
  /** Its address without a trailing slash, as in `https://example.awsapps.com/start`. */
  readonly url: string
  readonly partition: Partition
  /** Whether the address is the customer's own. Nothing says whether it leads to a portal. */
  readonly isOwnDomain?: true
}

/**
 * AWS's portal hosts: shared ones that need a path, and ones of a single portal, which may contain a region. Source:
 * docs/console.md, “Links that need no extension”.
 */
const withPath = /^[a-z\d.-]+\.awsapps\.(?:com|cn)$/
const ownHosts: readonly RegExp[] = [
  /^[a-z\d-]+\.portal\.(?<region>[a-z\d-]+)\.app\.aws$/,
  /^[a-z\d-]+\.(?<region>[a-z\d-]+)\.portal\.amazonaws\.(?:com|com\.cn|eu)$/,
  /^[a-z\d-]+\.portal\.(?<region>[a-z\d-]+)\.app\.amazonwebservices\.com\.cn$/,
  /^[a-z\d-]+\.portal\.(?<region>[a-z\d-]+)\.api\.amazonwebservices\.eu$/,
]
/** GovCloud portals have a host name of their own. */
const govCloud = /(?:^|\.)us-gov-home\.awsapps\.com$/
/** An instance's issuer. It isn't a portal, but identifies one together with the instance's region. Source: as above. */
const issuer = /^identitycenter\.(?:us-gov\.)?amazonaws\.(?<suffix>com|com\.cn|eu)$/
const instance = /^\/(?<instance>ssoins-[a-z\d]+)\/?$/

/** Returns the portal at one of AWS's own addresses, as users write it (`sso_start_url`), or undefined for any other. */
export function portalAt(address: string): Portal | undefined {
  const page = plainPage(address)
  if (!page) return undefined
  const { hostname, origin, pathname } = page
  const partition = partitionOfPortal(hostname)
  if (partition === undefined) return undefined
  const path = pathname.replace(/\/+$/, '')
  // `/start`, or `/directory/<id>` in separate partitions.
  if (path === '' ? withPath.test(hostname) : !/^(?:\/[\w-]+){1,2}$/.test(path)) return undefined
  return { url: `${origin}${path}`, partition }
}

/**
 * Returns the portal whose page is at the address; undefined for any other page, also for those of AWS's other services
 * on the shared hosts, such as `/mail`.
 */
export function portalOfPage(address: string): Portal | undefined {
  const portal = portalAt(address)
  if (!portal) return undefined
  const { hostname, pathname } = new URL(portal.url)
  return !withPath.test(hostname) || /^\/(?:start|directory\/[\w-]+)$/.test(pathname) ? portal : undefined
}

/**
 * Returns the portal for an address and the instance's region (`sso_region`). `no-region`: the address is an issuer, which
 * needs a region. Undefined if it isn't a portal address at all. An address that isn't AWS's is the customer's own; it is
 * opened as written once the user has confirmed its host.
 */
export function portalOf(address: string, ssoRegion: string | undefined): Portal | 'no-region' | undefined {
  const known = portalAt(address)
  if (known) return known
  const page = plainPage(address)
  if (!page) return undefined
  const suffix = issuer.exec(page.hostname)?.groups?.suffix
  const id = instance.exec(page.pathname)?.groups?.instance
  if (suffix !== undefined && id !== undefined) {
    if (ssoRegion === undefined || !isRegion(ssoRegion)) return 'no-region'
    return portalAt(`https://${id}.${ssoRegion}.portal.amazonaws.${suffix}`)
  }
  if (isAws(page.hostname)) return undefined
  const partition = partitionOfRegion(ssoRegion ?? '')
  return { url: page.href.replace(/#.*$/, '').replace(/\/+$/, ''), partition, isOwnDomain: true }
}

/** Returns what distinguishes a portal from others of its instance: its region, or its host if that names no region. */
export function portalName(url: string): string {
  const { hostname } = new URL(url)
  return hostname.split('.').find(isRegion) ?? hostname
}

/** Whether two of AWS's addresses certainly lead to the same portal: they are equal, or name the same instance. */
export function isSamePortal(one: string, other: string): boolean {
  const instance = instanceOf(one)
  return one === other || (instance !== undefined && instance === instanceOf(other))
}

/** Returns the instance that a portal's host names, in each of its regions. */
function instanceOf(url: string): string | undefined {
  return portalAt(url) && /^https:\/\/(ssoins-[a-z\d]+)\./.exec(url)?.[1]
}

/**
 * Returns the link that signs in to an account's permission set through the portal and lands at `destination`. Source: as
 * above.
 */
export function portalLink(
  { url }: Pick<Portal, 'url'>,
  { account, roleName }: { readonly account: string; readonly roleName: string },
  destination?: string,
): string {
  const parameters = { account_id: account, role_name: roleName, ...(destination && { destination }) }
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${url}/#/console?${pairs.join('&')}`
}

/** Parses an https address without port and user name. */
function plainPage(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined
  const page = new URL(address)
  const isPlain =
    page.protocol === 'https:' && page.port === '' && page.username === '' && page.password === ''
  return isPlain ? page : undefined
}

function partitionOfPortal(host: string): Partition | undefined {
  if (withPath.test(host)) {
    if (host.endsWith('.cn')) return 'aws-cn'
    return govCloud.test(host) ? 'aws-us-gov' : 'aws'
  }
  const region = ownHosts.map(pattern => pattern.exec(host)?.groups?.region).find(name => name !== undefined)
  return region !== undefined && isRegion(region) ? partitionOfRegion(region) : undefined
}

/** Whether a host belongs to AWS, so that a non-portal address there is a mistake rather than the customer's own. */
function isAws(host: string): boolean {
  return /(?:^|\.)(?:awsapps\.(?:com|cn)|app\.aws|amazonaws\.(?:com|com\.cn|cn|eu)|amazonwebservices\.(?:com\.cn|eu)|aws\.amazon\.com)$/.test(
    host,
  )
}
