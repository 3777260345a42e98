import { consoleHost, consoleSubdomain, familyOfConsole, isRegion, type Partition } from './partitions'

/** `<12 digits>-<4 to 40 letters or digits>`, at the start of a host. Source: docs/console.md, “Multi-session switch”. */
const prefix = /^(\d{12}-[a-z0-9]{4,40})(?:\.|$)/i

/** Whether `text` has the form of a multi-session session id. */
export function isSessionId(text: string): boolean {
  return prefix.exec(text)?.[1] === text
}

/** Returns the 12 digits of the account that a session is in. */
export function accountOfSession(id: string): string {
  return id.slice(0, 12)
}

/** Returns the session id in a host's first label, whatever the rest of the host is. */
export function sessionOfHost(host: string): string | undefined {
  return prefix.exec(host)?.[1]
}

/** Returns the part before the console's domain, without a session id. */
export function withoutSession(subdomain: string): string {
  return subdomain.replace(prefix, '')
}

/**
 * Returns the page that signs out of session `id`, on a sign-in host of its partition. Source: docs/console.md,
 * “Multi-session switch”.
 */
export function signOutUrl(signInHost: string, id: string): string {
  return `https://${signInHost}/sessions/${id}/v1/logout`
}

/**
 * Returns the console page at `url`, whose host names no session, in session `id`. Undefined if the page can't have a
 * session host: outside the console's domain, or without a region in its host.
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
