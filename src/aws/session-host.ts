import { consoleHost, consoleSubdomain, familyOfConsole, isRegion, type Partition } from './partitions'

/** `<12 digits>-<4 to 40 letters or digits>`, and what stands after it. Source: docs/console.md, “Multi-session switch”. */
const prefix = /^(\d{12}-[a-z0-9]{4,40})(?:\.|$)/i

/** Whether a text can be the id of a multi-session session. */
export function isSessionId(text: string): boolean {
  return prefix.exec(text)?.[1] === text
}

/** The id of the session that a host's first label is, whosever host it is. */
export function sessionOfHost(host: string): string | undefined {
  return prefix.exec(host)?.[1]
}

/** What stands before the console's domain, without a session's id. */
export function withoutSession(subdomain: string): string {
  return subdomain.replace(prefix, '')
}

/** The page that signs the session `id` out, on a sign-in host of its partition. Source: docs/console.md, “Multi-session switch”. */
export function signOutUrl(signInHost: string, id: string): string {
  return `https://${signInHost}/sessions/${id}/v1/logout`
}

/**
 * The console page at `url`, whose host names no session, in the session `id`. Undefined if the page has no host of a
 * session's own: outside the console's domain, and if it names no region.
 */
export function inSession(url: string, partition: Partition, id: string): string | undefined {
  const page = new URL(url)
  const subdomain = consoleSubdomain(page.hostname, partition)
  if (subdomain === undefined) return undefined
  const region = subdomain === '' ? (page.searchParams.get('region') ?? '') : subdomain
  if (!isRegion(region)) return undefined
  page.host = consoleHost(`${id}.${region}`, partition, familyOfConsole(page.hostname, partition))
  return page.href
}
