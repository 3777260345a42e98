export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'

/** AWS serves each partition under two families of domains: the usual one, and one that is also reached by IPv6. */
export type Family = 'standard' | 'dual-stack'

interface Domains {
  /** The domain of console hosts, which are the domain itself and its subdomains. */
  readonly console: string
  /** The domain of sign-in hosts, which are the domain itself and its regions. */
  readonly signIn: string
  /** The parent domain of console and sign-in hosts, for the sign-in's cookie. */
  readonly cookie: string
}

export interface PartitionFacts {
  readonly domains: Readonly<Record<Family, Domains>>
  readonly otherConsoles: readonly string[]
  /** Another domain of sign-in hosts, for FIPS. */
  readonly fipsSignIn?: string
  /** Whether the sign-in domain itself accepts requests. If not, it exists but refuses. */
  readonly globalSignIn: boolean
  /** Hosts of access portals. `*` is any one label, `<region>` one of the partition's regions. */
  readonly portals: readonly string[]
  /** The region of a page that names none, and the only one in which global services have a page. */
  readonly globalRegion: string
  readonly regions: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * The four partitions as AWS lays them out. See docs/console.md, “Partitions and hosts”. The demo has its own table,
 * because sharing the extension's would hide a mistake in it.
 */
export const partitions: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    domains: {
      standard: {
        console: 'console.aws.amazon.com',
        signIn: 'signin.aws.amazon.com',
        cookie: 'aws.amazon.com',
      },
      'dual-stack': { console: 'console.aws.com', signIn: 'signin.aws.com', cookie: 'aws.com' },
    },
    otherConsoles: ['health.aws.amazon.com', 'lightsail.aws.amazon.com'],
    globalSignIn: true,
    portals: ['*.awsapps.com', '*.portal.<region>.app.aws', '*.<region>.portal.amazonaws.com'],
    globalRegion: 'us-east-1',
    regions: words(`
      us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-south-1 ap-south-2
      ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4
      ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1
      eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1
      sa-east-1`),
  },
  'aws-us-gov': {
    domains: {
      standard: {
        console: 'console.amazonaws-us-gov.com',
        signIn: 'signin.amazonaws-us-gov.com',
        cookie: 'amazonaws-us-gov.com',
      },
      'dual-stack': {
        console: 'console.aws-us-gov.com',
        signIn: 'signin.aws-us-gov.com',
        cookie: 'aws-us-gov.com',
      },
    },
    otherConsoles: ['phd.amazonaws-us-gov.com', 'health.amazonaws-us-gov.com'],
    fipsSignIn: 'signin-fips.amazonaws-us-gov.com',
    globalSignIn: true,
    portals: [
      'start.us-gov-home.awsapps.com',
      'start.<region>.us-gov-home.awsapps.com',
      '*.portal.<region>.app.aws',
      '*.<region>.portal.amazonaws.com',
    ],
    globalRegion: 'us-gov-west-1',
    regions: ['us-gov-west-1', 'us-gov-east-1'],
  },
  'aws-cn': {
    domains: {
      standard: { console: 'console.amazonaws.cn', signIn: 'signin.amazonaws.cn', cookie: 'amazonaws.cn' },
      'dual-stack': {
        console: 'console.amazonwebservices.cn',
        signIn: 'signin.amazonwebservices.cn',
        cookie: 'amazonwebservices.cn',
      },
    },
    otherConsoles: ['phd.amazonaws.cn', 'health.amazonaws.cn'],
    globalSignIn: true,
    portals: [
      'start.home.awsapps.cn',
      '*.<region>.portal.amazonaws.com.cn',
      '*.portal.<region>.app.amazonwebservices.com.cn',
    ],
    globalRegion: 'cn-north-1',
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
  'aws-eusc': {
    domains: {
      standard: {
        console: 'console.amazonaws-eusc.eu',
        signIn: 'signin.amazonaws-eusc.eu',
        cookie: 'amazonaws-eusc.eu',
      },
      'dual-stack': { console: 'console.aws.eu', signIn: 'signin.aws.eu', cookie: 'aws.eu' },
    },
    otherConsoles: [],
    globalSignIn: false,
    portals: ['*.<region>.portal.amazonaws.eu', '*.portal.<region>.api.amazonwebservices.eu'],
    globalRegion: 'eusc-de-east-1',
    regions: ['eusc-de-east-1'],
  },
}

export const partitionNames = Object.keys(partitions) as readonly Partition[]
export const families: readonly Family[] = ['standard', 'dual-stack']

/** Returns the partition's sign-in host of a region, or the global one. */
export function signInHost(partition: Partition, region?: string, family: Family = 'standard'): string {
  const { domains, globalSignIn, globalRegion } = partitions[partition]
  const { signIn } = domains[family]
  if (region) return `${region}.${signIn}`
  return globalSignIn ? signIn : `${globalRegion}.${signIn}`
}
