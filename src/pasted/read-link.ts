import { isAccountId } from '../aws/account-id'
import { consolePlace } from '../aws/console-place'
import {
  consoleHost,
  consoleSubdomain,
  familyOfConsole,
  homeRegionOf,
  isRegion,
  type Partition,
  partitionOfHost,
} from '../aws/partitions'
import { portalOfPage } from '../aws/portal'
import { isGlobalPage, redirectUrl } from '../aws/redirect'
import { serviceOfPath } from '../aws/resources/services'
import { accountOfSession } from '../aws/session-host'
import { checkAccount, isRoleName } from '../config/parse/aws-values'
import { linkedRole, withoutRoleLink } from '../roles/role-link'

/** What a link to AWS says. Anyone may have written it. */
export interface LinkRead {
  readonly partition: Partition
  /** 12 digits, or an alias; absent if the link doesn't say. */
  readonly account?: string
  readonly roleName?: string
  readonly page?: LinkedPage
}

/** A console page that a link leads to, without the session of whoever copied it. */
export interface LinkedPage {
  readonly url: string
  readonly region?: string
  /** The service's name; '' if it isn't known. */
  readonly service: string
}

/**
 * Reads a link to a console page, to an access portal's role or to a sign-in page. Undefined for any other address.
 */
export function readLink(text: string): LinkRead | undefined {
  const url = /^https?:\/\//i.test(text) ? text.replace(/^http:/i, 'https:') : `https://${text}`
  if (!/^https:\/\/[^/?#]+\.[a-z]/i.test(url) || !URL.canParse(url)) return undefined
  return readConsole(url) ?? readPortal(url) ?? readSignIn(url)
}

function readConsole(url: string): LinkRead | undefined {
  const place = consolePlace(url)
  if (!place) return undefined
  const { partition, session } = place
  const linked = linkedRole(url)
  const role = linked === 'malformed' ? undefined : linked
  const account = role?.account ?? (session && accountOfSession(session)) ?? accountInPage(url)
  return {
    partition,
    ...(account !== undefined && { account }),
    ...(role && { roleName: role.roleName }),
    page: pageAt(url, partition),
  }
}

/** Its host is one that the page can have in any session: a region's, or the bare one if any region will do. */
function pageAt(address: string, partition: Partition): LinkedPage {
  const page = new URL(redirectUrl(withoutRoleLink(address), partition))
  const subdomain = consoleSubdomain(page.hostname, partition)
  if (subdomain !== undefined && !isRegion(subdomain)) {
    const home = isGlobalPage(page) ? homeRegionOf(partition) : ''
    page.host = consoleHost(home, partition, familyOfConsole(page.hostname, partition))
  }
  const region = isGlobalPage(page) ? undefined : consolePlace(page.href)?.region
  return { url: page.href, ...(region && { region }), service: serviceOfPath(page.pathname) }
}

/** A portal's own link: see `portalLink`. */
function readPortal(url: string): LinkRead | undefined {
  const [address = '', route = ''] = url.split('#', 2)
  const portal = portalOfPage(address.replace(/\/+$/, ''))
  if (!portal) return undefined
  const { partition } = portal
  const parameters = new URLSearchParams(route.replace(/^[^?]*\?/, ''))
  const [account, roleName] = [parameters.get('account_id') ?? '', parameters.get('role_name') ?? '']
  const destination = parameters.get('destination') ?? ''
  if (!isAccountId(account)) return undefined
  const isConsole = consolePlace(destination)?.partition === partition
  return {
    partition,
    account,
    ...(isRoleName(roleName) && { roleName }),
    ...(isConsole && { page: pageAt(destination, partition) }),
  }
}

/** `https://<id or alias>.signin.aws.amazon.com/console`, or a link to AWS's switch form. Source: docs/console.md. */
function readSignIn(url: string): LinkRead | undefined {
  const { hostname, searchParams } = new URL(url)
  const partition = partitionOfHost(hostname)
  if (partition === undefined || !/(?:^|\.)signin[.-]/.test(hostname)) return undefined
  const [first = ''] = hostname.split('.')
  const isAccount = !first.startsWith('signin') && !isRegion(first)
  const named = searchParams.get('account') ?? (isAccount ? first : '')
  const account = checkAccount(named)
  const roleName = searchParams.get('roleName') ?? ''
  if (typeof account !== 'string' || account !== named) return undefined
  return { partition, account, ...(isRoleName(roleName) && { roleName }) }
}

/** What an address says about its account, other than its session: an ARN, or a path or a queue's URL with the id. */
const accountIn =
  /arn:aws[\w-]*:[\w-]*:[\w-]*:(\d{12}):|\/codesuite\/\w+\/(\d{12})\/|\/repositories\/private\/(\d{12})\/|\bsqs\.[a-z\d-]+\.amazonaws\.com(?:\.cn)?\/(\d{12})\/|[?&]account=(\d{12})(?!\d)/i

/**
 * Returns the account that a console page's address names by an ARN in its path, query or fragment, or in a path. Source:
 * what public tools look for (B).
 */
export function accountInPage(url: string): string | undefined {
  let text = url.replaceAll('$25', '%')
  // CloudWatch's fragments are encoded twice.
  for (let times = 0; times < 3; times++) {
    const found = accountIn.exec(text)?.slice(1).find(Boolean)
    if (found !== undefined) return found
    text = text.replace(/(?:[%$][\da-f]{2})+/gi, decodedOnce)
  }
  return undefined
}

function decodedOnce(bytes: string): string {
  try {
    return decodeURIComponent(bytes.replaceAll('$', '%'))
  } catch {
    return bytes
  }
}
