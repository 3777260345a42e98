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

/** Services with one console for all regions: their URL names no region, or us-east-1. Source: docs/console.md. */
const globalServices = new Set(
  'account artifact billing cloudfront consolidatedbilling cost-management costmanagement globalaccelerator health iam iamv2 organizations phd route53 shield support trustedadvisor waf'.split(
    ' ',
  ),
)

/** What the destination page should show. */
export interface Wanted {
  readonly region?: string | undefined
  /** The account to open the page in: 12 digits, or an alias. */
  readonly account?: string | undefined
}

/**
 * Returns the address of the console page at `page` for opening it in another session: without a session prefix and
 * `login_hint`, in the same family of hosts. With a wanted region, host and `region=` change together; a bare host gets the
 * parameter. Keeps the region of a global service's page and of a page outside the console's domain that names none, and
 * ignores a region of another partition. Replaces an `account=` that names an account with the wanted one, or removes it.
 * Throws if `page` isn't a URL. Source: docs/console.md, “Redirects and regions”.
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
 * Like `redirectUrl`, but for a form: keeps the page's host and puts the region in `region=` only, because the page's policy
 * only lets it return to that host. Source: docs/console.md, “Redirects and regions”.
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

/** Returns the wanted region if the page can be shown in it. */
function regionFor(url: URL, partition: Partition, { region }: Wanted): string | undefined {
  const isPossible =
    region !== undefined && partitionOfRegion(region) === partition && !isGlobalPath(url.pathname)
  return isPossible ? region : undefined
}

function setRegion(url: URL, region: string, add: boolean): void {
  const hasRegion = /[?&]region=/.test(url.search)
  if (hasRegion) changeParameters(url, (name, value) => (name === 'region' ? region : value))
  else if (add) url.search = url.search === '' ? `?region=${region}` : `${url.search}&region=${region}`
}

/** Changes the query's values as text; undefined removes one. `URLSearchParams` would re-encode the rest. */
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

/** Whether the console page is a global service's, which has one console for all regions. */
export function isGlobalPage({ pathname }: URL): boolean {
  return isGlobalPath(pathname)
}

/** Whether a path on a console, or what begins with it, is a global service's. */
export function isGlobalPath(path: string): boolean {
  return globalServices.has(path.split(/[/?#]/)[1] ?? '')
}
