import {
  type Family,
  families,
  type Partition,
  type PartitionFacts,
  partitionNames,
  partitions,
} from './partitions'

export interface ConsoleHost {
  readonly kind: 'console'
  readonly partition: Partition
  readonly family: Family
  readonly host: string
  /** The multi-session prefix, `<12 digits>-<4 to 40 letters or digits>`. */
  readonly sessionId?: string
  readonly region?: string
}

export interface SignInHost {
  readonly kind: 'sign-in'
  readonly partition: Partition
  readonly family: Family
  readonly host: string
  /** The region, if this is a region's own host. */
  readonly region?: string
  /** Whether the host is on AWS's map but refuses every switch. */
  readonly refuses: boolean
}

/** An access portal of Identity Center. */
export interface PortalHost {
  readonly kind: 'portal'
  readonly partition: Partition
  readonly host: string
}

/** The service of the portals of a region, which their pages ask across origins. */
export interface PortalServiceHost {
  readonly kind: 'portal-service'
  readonly partition: Partition
  readonly host: string
}

/** Where users of a region's portals sign in. It isn't AWS's console sign-in. */
export interface PortalSignInHost {
  readonly kind: 'portal-sign-in'
  readonly partition: Partition
  readonly host: string
}

export type DemoHost = ConsoleHost | SignInHost | PortalHost | PortalServiceHost | PortalSignInHost

const session = /^(\d{12}-[a-z0-9]{4,40})(?:\.|$)/
const regionLike = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/

/**
 * Returns what the demo plays at `host`. It's undefined unless the host is one of AWS's consoles, sign-in hosts, portals
 * or their services. This doesn't check a console's region: a console of an unknown region answers 404.
 */
export function classifyHost(host: string): DemoHost | undefined {
  for (const partition of partitionNames) {
    const facts = partitions[partition]
    const found = signInHostOf(host, partition, facts) ?? consoleHost(host, partition, facts)
    if (found) return found
    if (isPortal(host, facts)) return { kind: 'portal', partition, host }
    if (isOfRegion(host, portalServices[partition], facts)) return { kind: 'portal-service', partition, host }
    if (isOfRegion(host, portalSignIn, facts)) return { kind: 'portal-sign-in', partition, host }
  }
  return undefined
}

/** Returns the console host of an absolute `https:` URL, undefined for any other URL. */
export function consoleOfUrl(text: string): (ConsoleHost & { readonly url: URL }) | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return undefined
  const found = classifyHost(url.hostname)
  return found?.kind === 'console' ? { ...found, url } : undefined
}

/**
 * Returns the name of every host that the demo plays, for its certificate. A wildcard matches only one label, so a
 * multi-session console needs one for each region.
 */
export function hostPatterns(): readonly string[] {
  const hosts = partitionNames.flatMap(name => {
    const { domains, otherConsoles, fipsSignIn, portals, regions } = partitions[name]
    const consoles = families.flatMap(family => [
      domains[family].console,
      ...regions.map(region => `*.${region}.${domains[family].console}`),
    ])
    const signIns = [...families.map(family => domains[family].signIn), ...(fipsSignIn ? [fipsSignIn] : [])]
    const ofPortals = [...portals, portalServices[name], portalSignIn].flatMap(pattern =>
      regions.map(region => pattern.replace('<region>', region)),
    )
    const below = [...families.map(family => domains[family].console), ...signIns].map(host => `*.${host}`)
    return [...consoles, ...otherConsoles, ...signIns, ...below, ...ofPortals]
  })
  return [...new Set(hosts)]
}

/** The hosts of the portals' service. Source: docs/portal.md, “Requests”. */
const portalServices: Readonly<Record<Partition, string>> = {
  aws: 'portal.sso.<region>.amazonaws.com',
  'aws-us-gov': 'portal.sso.<region>.amazonaws.com',
  'aws-cn': 'portal.sso.<region>.amazonaws.com.cn',
  'aws-eusc': 'portal.sso.<region>.amazonaws.eu',
}
/** The host of the portals' sign-in. It's known for the partition `aws` only; the demo uses it for all. */
const portalSignIn = '<region>.signin.aws'

function isOfRegion(host: string, pattern: string, { regions }: PartitionFacts): boolean {
  return regions.some(region => pattern.replace('<region>', region) === host)
}

function isPortal(host: string, { portals, regions }: PartitionFacts): boolean {
  return portals.some(pattern => {
    const source = pattern
      .replaceAll('.', '\\.')
      .replace('*', '[a-z\\d-]+')
      .replace('<region>', `(?:${regions.join('|')})`)
    return new RegExp(`^${source}$`).test(host)
  })
}

function signInHostOf(
  host: string,
  partition: Partition,
  { domains, fipsSignIn, globalSignIn, regions }: PartitionFacts,
): SignInHost | undefined {
  const all = [
    ...families.map(family => ({ family, domain: domains[family].signIn, bare: globalSignIn })),
    ...(fipsSignIn ? [{ family: 'standard' as const, domain: fipsSignIn, bare: true }] : []),
  ]
  for (const { family, domain, bare } of all) {
    const found = { kind: 'sign-in', partition, family, host } as const
    if (host === domain) return { ...found, refuses: !bare }
    const region = host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : ''
    if (regions.includes(region)) return { ...found, region, refuses: false }
  }
  return undefined
}

function consoleHost(host: string, partition: Partition, facts: PartitionFacts): ConsoleHost | undefined {
  if (facts.otherConsoles.includes(host)) return { kind: 'console', partition, family: 'standard', host }
  for (const family of families) {
    const domain = facts.domains[family].console
    const found = { kind: 'console', partition, family, host } as const
    if (host === domain) return found
    if (!host.endsWith(`.${domain}`)) continue

    const prefix = host.slice(0, -domain.length - 1)
    const sessionId = session.exec(prefix)?.[1]
    const rest = sessionId === undefined ? prefix : prefix.slice(sessionId.length + 1)
    if (rest.includes('.') || (sessionId !== undefined && rest === '')) return undefined
    return { ...found, ...(sessionId && { sessionId }), ...(regionLike.test(rest) && { region: rest }) }
  }
  return undefined
}
