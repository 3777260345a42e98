import { isAccountId } from './account-id'
import {
  consoleHost,
  consoleSubdomain,
  familyOfConsole,
  isRegion,
  type Partition,
  partitionOfRegion,
} from './partitions'
import { withoutSession } from './session-host'

/** Services that have one console for all regions: their URL names no region, or us-east-1. Source: docs/console.md. */
const globalServices = new Set(
  'account artifact billing cloudfront consolidatedbilling cost-management costmanagement globalaccelerator health iam iamv2 organizations phd route53 shield support trustedadvisor waf'.split(
    ' ',
  ),
)

/** What the page to come back to is to show. */
export interface Wanted {
  readonly region?: string | undefined
  /** The account that the page is opened in: 12 digits, or an alias. */
  readonly account?: string | undefined
}

/**
 * The address of the console page at `page`, to be opened in another session: without a session's prefix, and without
 * `login_hint`, in the family of hosts that it is on. If a region is wanted, host and `region=` change together; a bare
 * host gets the parameter. A global service's page, a page outside the console's domain that names no region, and a
 * region of another partition stay as they are. An `account=` that names an account names the wanted one, or goes.
 * Throws if `page` is no URL. Source: docs/console.md, “Redirects and regions”.
 */
export function redirectUrl(page: string, partition: Partition, wanted: Wanted = {}): string {
  const url = pageWithoutSession(page, partition, wanted)
  const region = regionFor(url, partition, wanted)
  if (region === undefined) return url.href
  const subdomain = consoleSubdomain(url.hostname, partition)
  if (subdomain !== undefined && isRegion(subdomain)) {
    url.host = consoleHost(region, partition, familyOfConsole(url.hostname, partition))
  }
  setRegion(url, region, subdomain === '')
  return url.href
}

/**
 * The same on the host that the page is on, with the region in `region=` alone, for a form: the page's policy lets it
 * come back to that host only. Source: docs/console.md, “Redirects and regions”.
 */
export function redirectOnHost(page: string, partition: Partition, wanted: Wanted = {}): string {
  const url = pageWithoutSession(page, partition, wanted)
  const region = regionFor(url, partition, wanted)
  if (region !== undefined) setRegion(url, region, consoleSubdomain(url.hostname, partition) !== undefined)
  return url.href
}

function pageWithoutSession(page: string, partition: Partition, { account }: Wanted): URL {
  const url = new URL(page)
  url.username = url.password = ''
  const named = consoleSubdomain(url.hostname, partition)
  if (named !== undefined) {
    url.host = consoleHost(withoutSession(named), partition, familyOfConsole(url.hostname, partition))
  }
  changeParameters(url, (name, value) => {
    if (name === 'login_hint') return undefined
    if (name !== 'account' || !isAccountId(value)) return value
    return account !== undefined && isAccountId(account) ? account : undefined
  })
  return url
}

/** The wanted region if the page can be shown in it. */
function regionFor(url: URL, partition: Partition, { region }: Wanted): string | undefined {
  const isPossible = region !== undefined && partitionOfRegion(region) === partition && !isGlobal(url)
  return isPossible ? region : undefined
}

function setRegion(url: URL, region: string, add: boolean): void {
  const hasRegion = /[?&]region=/.test(url.search)
  if (hasRegion) changeParameters(url, (name, value) => (name === 'region' ? region : value))
  else if (add) url.search = url.search === '' ? `?region=${region}` : `${url.search}&region=${region}`
}

/** Changes the query's values as text, undefined to leave one out: `URLSearchParams` would encode the rest again. */
function changeParameters(url: URL, change: (name: string, value: string) => string | undefined): void {
  if (url.search === '') return
  url.search = url.search
    .slice(1)
    .split('&')
    .flatMap(pair => {
      const [name = ''] = pair.split('=', 1)
      const value = pair.slice(name.length + 1)
      const changed = change(name, value)
      if (changed === value) return pair
      return changed === undefined ? [] : `${name}=${changed}`
    })
    .join('&')
}

function isGlobal(url: URL): boolean {
  return globalServices.has(url.pathname.split('/')[1] ?? '')
}
