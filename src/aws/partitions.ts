/** An AWS partition: its consoles, sign-in hosts and ARNs know nothing of the other partitions' accounts. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'

/** Each partition has two families of hosts: its first one, and one that IPv6 reaches too. A switch stays in the family that the page is on. */
export type Family = 'first' | 'dual-stack'

interface Domains {
  /** A console host is this domain, or any name below it. */
  readonly console: string
  /** Consoles outside that domain. */
  readonly otherConsoles: readonly string[]
  /** Below each, every region has a sign-in host. The first one is taken if the page names none. */
  readonly signIn: readonly string[]
}

interface PartitionFacts {
  readonly domains: Readonly<Record<Family, Domains>>
  /** Whether a sign-in domain is itself a host that serves all regions. */
  readonly hasGlobalSignIn: boolean
  /** How the partition's region names begin. The others belong to `aws`. */
  readonly regionPrefix: string
  /** The region of a page that names none. */
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

/** Every partition, in the order of the table. */
export const partitions = Object.keys(facts) as readonly Partition[]

const families = ['first', 'dual-stack'] as const satisfies readonly Family[]

/** Match patterns of all console hosts. `*.` stands for the domain itself too. */
export const consolePatterns: readonly string[] = partitions.flatMap(partition =>
  families.flatMap(family => {
    const { console, otherConsoles } = facts[partition].domains[family]
    return [`*.${console}`, ...otherConsoles].map(host => `https://${host}/*`)
  }),
)

const region = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/

/** Whether `text` has the form of a region name, as in `eu-west-1` or `us-gov-east-1`. */
export function isRegion(text: string): boolean {
  return region.test(text)
}

/** The partition that a region name belongs to, by its first letters. */
export function partitionOfRegion(name: string): Partition {
  return (
    partitions.find(partition => partition !== 'aws' && name.startsWith(facts[partition].regionPrefix)) ??
    'aws'
  )
}

/** The partition whose console `host` serves, or undefined if it serves none. */
export function partitionOfConsole(host: string): Partition | undefined {
  return partitions.find(partition => familyOfConsole(host, partition) !== undefined)
}

/** The partition that a host is of by its domain: a console's, a sign-in host, or whatever is below them. */
export function partitionOfHost(host: string): Partition | undefined {
  const isBelow = (domain: string) => host === domain || host.endsWith(`.${domain}`)
  return partitions.find(partition =>
    families.some(family => {
      const { console, otherConsoles, signIn } = facts[partition].domains[family]
      return [console, ...otherConsoles, ...signIn].some(isBelow)
    }),
  )
}

/** The family that a console host of the partition belongs to; undefined for any other host. */
export function familyOfConsole(host: string, partition: Partition): Family | undefined {
  return families.find(family => {
    const { console, otherConsoles } = facts[partition].domains[family]
    return host === console || host.endsWith(`.${console}`) || otherConsoles.includes(host)
  })
}

/**
 * Whether `host` is one of the partition's sign-in hosts, the only ones that a switch may be posted to: a sign-in domain
 * itself, if that is a host, or exactly one region below it.
 */
export function isSignInHost(host: string, partition: Partition): boolean {
  return signInDomain(host, partition) !== undefined && !isBareRegionalHost(host, partition)
}

/**
 * The sign-in host to use for the one that a page names. AWS's map of hosts names the bare domain in partitions that
 * have regional hosts only; it refuses every request, so the region's takes its place.
 */
export function usableSignInHost(named: string, partition: Partition, region?: string): string {
  return isBareRegionalHost(named, partition) ? regionalHost(named, partition, region) : named
}

/**
 * The sign-in hosts of a family that a page of `region` may mean if it names none: the global one, if there is one, and
 * the region's. Never empty, each once.
 */
export function signInHosts(partition: Partition, family: Family, region?: string): readonly string[] {
  const { domains } = facts[partition]
  const [domain = ''] = domains[family].signIn
  return hostsBelow(domain, partition, region)
}

/** The hosts that can take the place of a sign-in host that doesn't answer, of the same domain: the global one and that of `region`. */
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

/** The sign-in domain that the host is, or of which it is a region's. */
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

/** What stands before the partition's console domain in `host`: `''`, a region, a session and a region, … */
export function consoleSubdomain(host: string, partition: Partition): string | undefined {
  const family = familyOfConsole(host, partition)
  const domain = family && facts[partition].domains[family].console
  if (domain === undefined) return undefined
  if (host === domain) return ''
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : undefined
}

/** The console host of `subdomain` in a family, the inverse of `consoleSubdomain`. */
export function consoleHost(subdomain: string, partition: Partition, family: Family = 'first'): string {
  const { console } = facts[partition].domains[family]
  return subdomain === '' ? console : `${subdomain}.${console}`
}
