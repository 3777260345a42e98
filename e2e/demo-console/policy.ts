import type { PolicyBehaviour } from './behaviour'
import { type Partition, partitions, signInHost } from './partitions'

/**
 * The `Content-Security-Policy` of a console page. As AWS's: scripts by nonce; forms and requests to the global
 * sign-in host and the current region's, no other; and, since a policy governs redirects too, back to a console.
 */
export function consolePolicy(
  partition: Partition,
  region: string,
  nonce: string,
  behaviour: PolicyBehaviour = 'as-aws',
): string {
  if (typeof behaviour === 'object') return behaviour.header
  const signIn = [...new Set([signInHost(partition), signInHost(partition, region)])].map(https)
  const consoles = consoleSources(partition)
  const forms = {
    'as-aws': [...signIn, ...consoles],
    'trusted-types': [...signIn, ...consoles],
    'no-sign-in': consoles,
    'no-return': signIn,
  }[behaviour]
  const requests = behaviour === 'no-sign-in' ? [] : signIn
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    ['connect-src', "'self'", ...requests].join(' '),
    ['form-action', ...forms].join(' '),
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
    ...(behaviour === 'trusted-types' ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
  ].join('; ')
}

/** The policy of a sign-in host's own pages: they run no script and send no form. */
export function signInPolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'`
}

function consoleSources(partition: Partition): readonly string[] {
  const { consoleDomain, bareConsole, otherConsoles } = partitions[partition]
  return [...(bareConsole ? [consoleDomain] : []), `*.${consoleDomain}`, ...otherConsoles].map(https)
}

function https(host: string): string {
  return `https://${host}`
}
