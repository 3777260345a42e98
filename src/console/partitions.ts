/** An AWS partition: its consoles, sign-in hosts and ARNs know nothing of the other partitions' accounts. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'

interface Hosts {
  /** A console host is this domain, or a region or session below it. */
  readonly console: string
  /** Whether the bare domain serves a console too. */
  readonly bareConsole: boolean
  /** Consoles that live outside the console domain. */
  readonly otherConsoles: readonly string[]
  /** A sign-in host is this domain, or a region below it. */
  readonly signIn: string
  /** The sign-in host when the page names none. */
  readonly defaultSignIn: string
  /** How the partition's region names begin; the rest belong to `aws`. */
  readonly regionPrefix: string
}

/** Source of the hosts: docs/console.md, “Partitions and hosts”. */
const hosts: Readonly<Record<Partition, Hosts>> = {
  aws: {
    console: 'console.aws.amazon.com',
    bareConsole: true,
    otherConsoles: ['health.aws.amazon.com', 'lightsail.aws.amazon.com'],
    signIn: 'signin.aws.amazon.com',
    defaultSignIn: 'signin.aws.amazon.com',
    regionPrefix: '',
  },
  'aws-us-gov': {
    console: 'console.amazonaws-us-gov.com',
    bareConsole: false,
    otherConsoles: ['phd.amazonaws-us-gov.com'],
    signIn: 'signin.amazonaws-us-gov.com',
    defaultSignIn: 'signin.amazonaws-us-gov.com',
    regionPrefix: 'us-gov-',
  },
  'aws-cn': {
    console: 'console.amazonaws.cn',
    bareConsole: false,
    otherConsoles: ['health.amazonaws.cn'],
    signIn: 'signin.amazonaws.cn',
    defaultSignIn: 'signin.amazonaws.cn',
    regionPrefix: 'cn-',
  },
  'aws-eusc': {
    console: 'console.amazonaws-eusc.eu',
    bareConsole: false,
    otherConsoles: [],
    signIn: 'signin.amazonaws-eusc.eu',
    defaultSignIn: 'eusc-de-east-1.signin.amazonaws-eusc.eu',
    regionPrefix: 'eusc-',
  },
}

/** Match patterns of all console hosts. */
export const consolePatterns: readonly string[] = Object.values(hosts).flatMap(({ console, otherConsoles }) =>
  [`*.${console}`, ...otherConsoles].map(host => `https://${host}/*`),
)

/** Every partition, in the order of the table. */
export const partitions = Object.keys(hosts) as readonly Partition[]

const region = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/

/** Whether `text` has the form of a region name, as in `eu-west-1` or `us-gov-east-1`. */
export function isRegion(text: string): boolean {
  return region.test(text)
}

/** The partition that a region name belongs to, by its first letters. */
export function partitionOfRegion(name: string): Partition {
  return (
    partitions.find(partition => partition !== 'aws' && name.startsWith(hosts[partition].regionPrefix)) ??
    'aws'
  )
}

/** The partition whose console `host` serves, or undefined where it serves none. */
export function partitionOfConsole(host: string): Partition | undefined {
  return partitions.find(partition => {
    const { console, bareConsole, otherConsoles } = hosts[partition]
    return host.endsWith(`.${console}`) || (bareConsole && host === console) || otherConsoles.includes(host)
  })
}

/**
 * Whether `host` is one of the partition's sign-in hosts, the only ones that a switch may be posted to:
 * the domain itself, or exactly one region below it.
 */
export function isSignInHost(host: string, partition: Partition): boolean {
  const { signIn, defaultSignIn } = hosts[partition]
  if (host === signIn) return defaultSignIn === signIn
  if (!host.endsWith(`.${signIn}`)) return false
  const name = host.slice(0, -signIn.length - 1)
  return isRegion(name) && partitionOfRegion(name) === partition
}

/** The partition's sign-in host for pages that name none: the global one, or where there is none, the region's. */
export function defaultSignInHost(partition: Partition, region = ''): string {
  const { signIn, defaultSignIn } = hosts[partition]
  const ofRegion = `${region}.${signIn}`
  return defaultSignIn !== signIn && isSignInHost(ofRegion, partition) ? ofRegion : defaultSignIn
}

/** What stands before the partition's console domain in `host`: `''`, a region, a session and a region, … */
export function consoleSubdomain(host: string, partition: Partition): string | undefined {
  const { console } = hosts[partition]
  if (host === console) return ''
  return host.endsWith(`.${console}`) ? host.slice(0, -console.length - 1) : undefined
}

/** The console host of `subdomain`, the inverse of `consoleSubdomain`. */
export function consoleHost(subdomain: string, partition: Partition): string {
  const { console } = hosts[partition]
  return subdomain === '' ? console : `${subdomain}.${console}`
}
