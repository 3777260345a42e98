import type { PolicyBehavior } from './behavior'
import type { ConsoleHost } from './hosts'
import { families, type Partition, partitions, signInHost } from './partitions'
import type { Shape } from './shape'

interface PolicyOf {
  readonly host: ConsoleHost
  readonly region: string
  /** The sign-in host that the page names. */
  readonly named: string
  readonly nonce: string
  readonly shape: Shape
  readonly behavior?: PolicyBehavior | undefined
}

/**
 * Returns the `Content-Security-Policy` of a console page, as strict as AWS's. It allows scripts by nonce, and forms to
 * the page itself, to the switch of both sign-in hosts, and to the console's home in the page's own region. A browser
 * that also checks redirects against it (Chromium) then ignores the paths. See docs/console.md, “Classic switch”.
 */
export function consolePolicy({ host, region, named, nonce, shape, behavior = 'as-aws' }: PolicyOf): string {
  if (typeof behavior === 'object') return behavior.header
  const signIn = [
    ...new Set([
      signInHost(host.partition, undefined, host.family),
      signInHost(host.partition, region, host.family),
      named,
    ]),
  ]
  const requests = behavior === 'no-sign-in' ? [] : signIn.map(https)
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    ['connect-src', "'self'", ...requests].join(' '),
    ['form-action', ...formTargets(host, region, signIn, shape, behavior)].join(' '),
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
    ...(behavior === 'trusted-types' ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
  ].join('; ')
}

function formTargets(
  { partition, family, host }: ConsoleHost,
  region: string,
  signIn: readonly string[],
  { formAction }: Shape,
  behavior: PolicyBehavior,
): readonly string[] {
  const consoleDomain = partitions[partition].domains[family].console
  const switches = signIn.map(host => `${https(host)}/switchrole`)
  if (behavior === 'no-return') return switches
  if (formAction === 'none') return ["'none'"]
  if (formAction === 'without switchrole')
    return [`https://${region}.${consoleDomain}/feedback/submit-feedback`]

  const oauth = `${https(signInHost(partition, region, family))}/oauth`
  const rest = behavior === 'no-sign-in' ? [] : [...switches, oauth]
  // Of China's pages only the bare host's policy has been shown, and it lacks 'self'.
  if (partition === 'aws-cn') {
    return [...(host === consoleDomain ? [] : ["'self'"]), ...rest, `https://${consoleDomain}/console/`]
  }
  return ["'self'", ...rest, `https://${region}.${consoleDomain}/console/home`]
}

/**
 * Returns the policy of a sign-in host's own pages. They run no script, and may send forms to the host itself and then
 * to a console.
 */
export function signInPolicy(nonce: string, partition?: Partition): string {
  const consoles = partition
    ? families.map(family => `https://*.${partitions[partition].domains[family].console}`)
    : []
  const forms = partition ? ["'self'", ...consoles].join(' ') : "'none'"
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action ${forms}`
}

function https(host: string): string {
  return `https://${host}`
}
