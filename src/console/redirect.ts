import { consoleHost, consoleSubdomain, isRegion, type Partition, partitionOfRegion } from './partitions'
import { withoutSession } from './session-host'

/** Services that have one console for all regions: their URL names no region, or us-east-1. Source: docs/console.md. */
const globalServices = new Set(
  'account artifact billing cloudfront consolidatedbilling cost-management costmanagement globalaccelerator health iam iamv2 organizations route53 shield support trustedadvisor waf'.split(
    ' ',
  ),
)

/**
 * The URL to come back to after a switch: the page the user is on, without a session's prefix, in `region`
 * where one is wanted. Host and `region=` parameter change together: AWS answers 400 or 404 when they
 * disagree. On a global service's page, and for a region of another partition, the region stays; a page that names
 * none gets none. Throws where `page` is no URL. Source: docs/console.md, “Redirects and regions”.
 */
export function redirectUrl(page: string, partition: Partition, region?: string): string {
  const url = new URL(page)
  url.username = url.password = ''
  const named = consoleSubdomain(url.hostname, partition)
  const subdomain = named === undefined ? undefined : withoutSession(named)
  if (subdomain !== undefined) url.host = consoleHost(subdomain, partition)
  if (region === undefined || partitionOfRegion(region) !== partition || isGlobal(url)) return url.href

  if (subdomain !== undefined && isRegion(subdomain)) url.host = consoleHost(region, partition)
  // The parameter alone: `URLSearchParams` would encode the rest of the query anew.
  if (url.search !== '') url.search = url.search.replace(/([?&]region=)[^&]*/g, `$1${region}`)
  return url.href
}

function isGlobal(url: URL): boolean {
  return globalServices.has(url.pathname.split('/')[1] ?? '')
}
