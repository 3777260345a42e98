import { consolePlace } from '../aws/console-place'
import { partitionOfConsole } from '../aws/partitions'
import { linkedRole } from '../roles/role-link'

/**
 * What a link of Rolecall's own scheme begins with; the rest is a link to a console page in a role. Only Firefox lets an
 * extension open it: `protocol_handlers` in vite.config.ts.
 */
export const customScheme = 'ext+rolecall:'

/** The console page that a link leads to, or why it leads nowhere. */
export type CustomLink =
  | { readonly kind: 'page'; readonly url: string }
  /** It leads to a host that isn't an AWS console. */
  | { readonly kind: 'elsewhere'; readonly host: string }
  /** It isn't an address with a role. */
  | { readonly kind: 'no-link' }
  /** The role in it isn't valid. */
  | { readonly kind: 'malformed' }

/**
 * Reads a link as Firefox gives it to the page that opens it: encoded, and with the scheme. Anyone may have written it. The
 * page is on one of the console's hosts, and its address names a valid role, so opening it does nothing but that.
 */
export function readCustomLink(encoded: string): CustomLink {
  const text = decoded(encoded)
  if (text === undefined || !text.toLowerCase().startsWith(customScheme)) return { kind: 'no-link' }
  const address = text.slice(customScheme.length)
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return { kind: 'no-link' }
  const { href, host, hostname } = new URL(address)
  if (partitionOfConsole(hostname) === undefined) return { kind: 'elsewhere', host }
  // With a port or a user's name, it isn't an address of the console either.
  const role = consolePlace(href) && linkedRole(href)
  if (role === undefined) return { kind: 'no-link' }
  return role === 'malformed' ? { kind: 'malformed' } : { kind: 'page', url: href }
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
