export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'

export interface PartitionFacts {
  /** Console hosts are this domain and what is below it. */
  readonly consoleDomain: string
  /** Whether the console domain itself, without a region, is a console too. */
  readonly bareConsole: boolean
  readonly otherConsoles: readonly string[]
  readonly signInDomain: string
  /** Whether the sign-in domain itself is a sign-in host, or only the regions below it. */
  readonly globalSignIn: boolean
  /** The parent that console and sign-in hosts share, for the cookie of the sign-in. */
  readonly cookieDomain: string
  /** The region of a page that names none, and the only region that global services know. */
  readonly globalRegion: string
  readonly regions: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * The four partitions as AWS lays them out; see docs/console.md, “Partitions and hosts”. A table of the demo's
 * own: were it the extension's, a fault in that one could not be seen here.
 */
export const partitions: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    consoleDomain: 'console.aws.amazon.com',
    bareConsole: true,
    otherConsoles: ['health.aws.amazon.com', 'lightsail.aws.amazon.com'],
    signInDomain: 'signin.aws.amazon.com',
    globalSignIn: true,
    cookieDomain: 'aws.amazon.com',
    globalRegion: 'us-east-1',
    regions: words(`
      us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-south-1 ap-south-2
      ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4
      ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1
      eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1
      sa-east-1`),
  },
  'aws-us-gov': {
    consoleDomain: 'console.amazonaws-us-gov.com',
    bareConsole: false,
    otherConsoles: ['phd.amazonaws-us-gov.com'],
    signInDomain: 'signin.amazonaws-us-gov.com',
    globalSignIn: true,
    cookieDomain: 'amazonaws-us-gov.com',
    globalRegion: 'us-gov-west-1',
    regions: ['us-gov-west-1', 'us-gov-east-1'],
  },
  'aws-cn': {
    consoleDomain: 'console.amazonaws.cn',
    bareConsole: false,
    otherConsoles: ['health.amazonaws.cn'],
    signInDomain: 'signin.amazonaws.cn',
    globalSignIn: true,
    cookieDomain: 'amazonaws.cn',
    globalRegion: 'cn-north-1',
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
  'aws-eusc': {
    consoleDomain: 'console.amazonaws-eusc.eu',
    bareConsole: false,
    otherConsoles: [],
    signInDomain: 'signin.amazonaws-eusc.eu',
    globalSignIn: false,
    cookieDomain: 'amazonaws-eusc.eu',
    globalRegion: 'eusc-de-east-1',
    regions: ['eusc-de-east-1'],
  },
}

export const partitionNames = Object.keys(partitions) as readonly Partition[]

/** The partition's sign-in host of a region, or the one that serves every region. */
export function signInHost(partition: Partition, region?: string): string {
  const { signInDomain, globalSignIn, globalRegion } = partitions[partition]
  if (region) return `${region}.${signInDomain}`
  return globalSignIn ? signInDomain : `${globalRegion}.${signInDomain}`
}
