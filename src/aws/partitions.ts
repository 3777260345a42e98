/** An AWS partition. Its consoles, sign-in hosts and ARNs don't work with other partitions' accounts. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'

/**
 * A family of hosts. Each partition has two: its first one, and one that is also reachable over IPv6. A switch stays in the
 * page's family.
 */
export type Family = 'first' | 'dual-stack'

interface Domains {
  /** A console host is this domain, or any name below it. */
  readonly console: string
  /** Consoles outside that domain. */
  readonly otherConsoles: readonly string[]
  /** Each has a sign-in host per region below it. The first is the default if the page names none. */
  readonly signIn: readonly string[]
}

interface PartitionFacts {
  readonly domains: Readonly<Record<Family, Domains>>
  /** Whether a sign-in domain is itself a host that serves all regions. */
  readonly hasGlobalSignIn: boolean
  /** The prefix of the partition's region names. All other names belong to `aws`. */
  readonly regionPrefix: string
  /** The default region for a page that names none. */
  readonly homeRegion: string
}

/** Source of the hosts: docs/console.md, “Partitions and hosts”. */
const facts: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    domains: {
      first: {
        console: 'console.aws.amazon.com',
        otherConsoles: ['health.aws.amazon.com', 'lightsail.aws.amazon.com'],
        signIn: ['signin.aws.amazon.com'],
      },
      'dual-stack': { console: 'console.aws.com', otherConsoles: [], signIn: ['signin.aws.com'] },
    },
    hasGlobalSignIn: true,
    regionPrefix: '',
    homeRegion: 'us-east-1',
  },
  'aws-us-gov': {
    domains: {
      first: {
        console: 'console.amazonaws-us-gov.com',
        otherConsoles: ['health.amazonaws-us-gov.com', 'phd.amazonaws-us-gov.com'],
        signIn: ['signin.amazonaws-us-gov.com', 'signin-fips.amazonaws-us-gov.com'],
      },
      'dual-stack': {
        console: 'console.aws-us-gov.com',
        otherConsoles: [],
        signIn: ['signin.aws-us-gov.com'],
      },
    },
    hasGlobalSignIn: true,
    regionPrefix: 'us-gov-',
    homeRegion: 'us-gov-west-1',
  },
  'aws-cn': {
    domains: {
      first: {
        console: 'console.amazonaws.cn',
        otherConsoles: ['health.amazonaws.cn', 'phd.amazonaws.cn'],
        signIn: ['signin.amazonaws.cn'],
      },
      'dual-stack': {
        console: 'console.amazonwebservices.cn',
        otherConsoles: [],
        signIn: ['signin.amazonwebservices.cn'],
      },
    },
    hasGlobalSignIn: true,
    regionPrefix: 'cn-',
    homeRegion: 'cn-north-1',
  },
  'aws-eusc': {
    domains: {
      first: {
        console: 'console.amazonaws-eusc.eu',
        otherConsoles: [],
        signIn: ['signin.amazonaws-eusc.eu'],
      },
      'dual-stack': { console: 'console.aws.eu', otherConsoles: [], signIn: ['signin.aws.eu'] },
    },
    hasGlobalSignIn: false,
    regionPrefix: 'eusc-',
    homeRegion: 'eusc-de-east-1',
  },
}

/** Every partition, in table order. */
export const partitions = Object.keys(facts) as readonly Partition[]

const families = ['first', 'dual-stack'] as const satisfies readonly Family[]

/** Match patterns of all console hosts. `*.` also matches the domain itself. */
export const consolePatterns: readonly string[] = partitions.flatMap(partition =>
  families.flatMap(family => {
    const { console, otherConsoles } = facts[partition].domains[family]
    return [`*.${console}`, ...otherConsoles].map(host => `https://${host}/*`)
  }),
)

/**
 * Match patterns of the sign-in hosts that list open sessions. The list has been seen in the standard partition only. Source:
 * docs/console.md, “The list of sessions”.
 */
export const sessionListPatterns: readonly string[] = families.flatMap(family =>
  facts.aws.domains[family].signIn.map(host => `https://*.${host}/*`),
)

const region = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/

/** Whether `text` has the form of a region name, as in `eu-west-1` or `us-gov-east-1`. */
export function isRegion(text: string): boolean {
  return region.test(text)
}

/** Returns the partition that a region name belongs to, based on its prefix. */
export function partitionOfRegion(name: string): Partition {
  return (
    partitions.find(partition => partition !== 'aws' && name.startsWith(facts[partition].regionPrefix)) ??
    'aws'
  )
}

/** Returns the partition whose console `host` serves, or undefined if it serves none. */
export function partitionOfConsole(host: string): Partition | undefined {
  return partitions.find(partition => familyOfConsole(host, partition) !== undefined)
}

/** Returns the partition that a host's domain belongs to: a console, a sign-in host, or anything below them. */
export function partitionOfHost(host: string): Partition | undefined {
  const isBelow = (domain: string) => host === domain || host.endsWith(`.${domain}`)
  return partitions.find(partition =>
    families.some(family => {
      const { console, otherConsoles, signIn } = facts[partition].domains[family]
      return [console, ...otherConsoles, ...signIn].some(isBelow)
    }),
  )
}

/** Returns the family of a console host of the partition, or undefined for any other host. */
export function familyOfConsole(host: string, partition: Partition): Family | undefined {
  return families.find(family => {
    const { console, otherConsoles } = facts[partition].domains[family]
    return host === console || host.endsWith(`.${console}`) || otherConsoles.includes(host)
  })
}

/**
 * Whether `host` is one of the partition's sign-in hosts, the only ones a switch may be posted to: a sign-in domain that is
 * itself a host, or exactly one region below one.
 */
export function isSignInHost(host: string, partition: Partition): boolean {
  return signInDomain(host, partition) !== undefined && !isBareRegionalHost(host, partition)
}

/**
 * Returns the sign-in host to use for the one a page names. In partitions with only regional hosts, AWS's map of hosts names
 * the bare domain, which refuses every request, so this returns the region's host instead.
 */
export function usableSignInHost(named: string, partition: Partition, region?: string): string {
  return isBareRegionalHost(named, partition) ? regionalHost(named, partition, region) : named
}

/**
 * Returns the sign-in hosts of a family that a page of `region` may mean if it names none: the global one, if it exists, and
 * the region's. Never empty; no duplicates.
 */
export function signInHosts(partition: Partition, family: Family, region?: string): readonly string[] {
  const { domains } = facts[partition]
  const [domain = ''] = domains[family].signIn
  return hostsBelow(domain, partition, region)
}

/**
 * Returns alternatives of the same domain for a sign-in host that doesn't answer: the global one and the one of `region`.
 */
export function otherSignInHosts(host: string, partition: Partition, region?: string): readonly string[] {
  const domain = signInDomain(host, partition)
  return domain === undefined ? [] : hostsBelow(domain, partition, region).filter(other => other !== host)
}

function hostsBelow(domain: string, partition: Partition, region: string | undefined): readonly string[] {
  const { hasGlobalSignIn } = facts[partition]
  const regional = regionalHost(domain, partition, region)
  if (!hasGlobalSignIn) return [regional]
  return region === undefined ? [domain] : [domain, regional]
}

function regionalHost(domain: string, partition: Partition, region: string | undefined): string {
  const isOfPartition = region !== undefined && isRegion(region) && partitionOfRegion(region) === partition
  return `${isOfPartition ? region : facts[partition].homeRegion}.${domain}`
}

/** Returns the sign-in domain of a host: the host itself, or the domain above a region. */
function signInDomain(host: string, partition: Partition): string | undefined {
  return families
    .flatMap(family => facts[partition].domains[family].signIn)
    .find(domain => {
      if (host === domain) return true
      if (!host.endsWith(`.${domain}`)) return false
      const name = host.slice(0, -domain.length - 1)
      return isRegion(name) && partitionOfRegion(name) === partition
    })
}

function isBareRegionalHost(host: string, partition: Partition): boolean {
  const { hasGlobalSignIn, domains } = facts[partition]
  return !hasGlobalSignIn && families.some(family => domains[family].signIn.includes(host))
}

/** Returns the part of `host` before the partition's console domain: `''`, a region, a session and a region, … */
export function consoleSubdomain(host: string, partition: Partition): string | undefined {
  const family = familyOfConsole(host, partition)
  const domain = family && facts[partition].domains[family].console
  if (domain === undefined) return undefined
  if (host === domain) return ''
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : undefined
}

/** Returns the console host of `subdomain` in a family. Inverse of `consoleSubdomain`. */
export function consoleHost(subdomain: string, partition: Partition, family: Family = 'first'): string {
  const { console } = facts[partition].domains[family]
  return subdomain === '' ? console : `${subdomain}.${console}`
}

/** Returns the region of the partition's global services, and the default of pages that name none. */
export function homeRegionOf(partition: Partition): string {
  return facts[partition].homeRegion
}

/** Where AWS's console begins. */
export const consoleHome = 'https://console.aws.amazon.com/'
