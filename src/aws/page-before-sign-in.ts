import { type ConsolePlace, consolePlace } from './console-place'
import { isSignInHost, partitions } from './partitions'

/** What a sign-in page's address says about the console page that led to it. */
export interface BeforeSignIn {
  /** That page's address; absent if the sign-in page doesn't say. */
  readonly page?: string
  readonly place?: ConsolePlace
}

/**
 * Returns what the address of a page of AWS's sign-in hosts says about the console page before it; undefined for any other
 * address, and for the answer to a switch. AWS leads there from a session that has ended, and passes the page as
 * `redirect_uri`, with its fragment in `state`. Source: docs/console.md, “When a session ends”.
 */
export function beforeSignIn(address: string): BeforeSignIn | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname, searchParams, hash } = new URL(address)
  const isSignIn = protocol === 'https:' && partitions.some(partition => isSignInHost(host, partition))
  if (!isSignIn || pathname === '/switchrole') return undefined
  const named = searchParams.get('redirect_uri') ?? ''
  const place = consolePlace(named)
  if (!place || !isSignInHost(host, place.partition)) return {}
  const page = new URL(named)
  const fragment = /^hashArgs(#.+)/.exec(page.searchParams.get('state') ?? '')?.[1]
  const own = page.search.slice(1).split('&')
  page.search = own.filter(pair => !/^(?:state|isauthcode)=/.test(pair)).join('&')
  // A browser that is redirected keeps the fragment.
  page.hash = fragment ?? hash
  return { page: page.href, place }
}
