import { consoleHost, consoleSubdomain, isRegion, type Partition, partitionOfConsole } from './partitions'

/** `<12 digits>-<8 letters or digits>`, and what stands behind it. Source: docs/console.md, “Multi-session switch”. */
const prefix = /^(\d{12}-[a-z0-9]{8})(?:\.|$)/i

/** Whether a text can be the id of a multi-session session. */
export function isSessionId(text: string): boolean {
  return prefix.exec(text)?.[1] === text
}

/** The id of the multi-session session that a console page's host names; undefined for any other URL. */
export function sessionOfUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  const isConsole = protocol === 'https:' && partitionOfConsole(hostname) !== undefined
  return isConsole ? prefix.exec(hostname)?.[1] : undefined
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
 * The console page at `url`, whose host names no session, in the session `id`. Undefined where the page has no host of a
 * session's own: outside the console's domain, and where it names no region.
 */
export function inSession(url: string, partition: Partition, id: string): string | undefined {
  const page = new URL(url)
  const subdomain = consoleSubdomain(page.hostname, partition)
  if (subdomain === undefined) return undefined
  const region = subdomain === '' ? (page.searchParams.get('region') ?? '') : subdomain
  if (!isRegion(region)) return undefined
  page.host = consoleHost(`${id}.${region}`, partition)
  return page.href
}
