import { type Partition, type PartitionFacts, partitionNames, partitions } from './partitions'

export interface ConsoleHost {
  readonly kind: 'console'
  readonly partition: Partition
  readonly host: string
  /** The multi-session prefix, `<12 digits>-<8 letters or digits>`. */
  readonly sessionId?: string
  readonly region?: string
}

export interface SignInHost {
  readonly kind: 'sign-in'
  readonly partition: Partition
  readonly host: string
}

/** An access portal of Identity Center. */
export interface PortalHost {
  readonly kind: 'portal'
  readonly partition: Partition
  readonly host: string
}

const portalDomain = 'awsapps.com'
const dualStackDomain = 'portal.eu-west-1.app.aws'
const session = /^(\d{12}-[a-z0-9]{8})(?:\.|$)/
const regionLike = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/

/**
 * What the demo plays under the name `host`; undefined for every host that isn't AWS's console, sign-in or portal.
 * A console's region isn't checked here: an unknown one is a console that answers 404.
 */
export function classifyHost(host: string): ConsoleHost | SignInHost | PortalHost | undefined {
  if (/^[a-z\d-]+\.awsapps\.com$/.test(host) || isDualStack(host))
    return { kind: 'portal', partition: 'aws', host }
  for (const partition of partitionNames) {
    const facts = partitions[partition]
    if (isSignIn(host, facts)) return { kind: 'sign-in', partition, host }
    const found = consoleHost(host, partition, facts)
    if (found) return found
  }
  return undefined
}

/** The console host that an absolute `https:` URL leads to, undefined for any other URL. */
export function consoleOfUrl(text: string): (ConsoleHost & { readonly url: URL }) | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return undefined
  const found = classifyHost(url.hostname)
  return found?.kind === 'console' ? { ...found, url } : undefined
}

/**
 * The names of every host that the demo plays, for its certificate. A wildcard stands for one label only, so a
 * multi-session console needs one for each region.
 */
export function hostPatterns(): readonly string[] {
  const hosts = partitionNames.flatMap(name => {
    const { consoleDomain, otherConsoles, signInDomain, regions } = partitions[name]
    const perRegion = regions.map(region => `*.${region}.${consoleDomain}`)
    return [
      consoleDomain,
      `*.${consoleDomain}`,
      ...perRegion,
      ...otherConsoles,
      signInDomain,
      `*.${signInDomain}`,
    ]
  })
  return [...hosts, `*.${portalDomain}`, `*.${dualStackDomain}`]
}

/** Whether it is a portal's host by IPv6 too, where the portal has no path. */
export function isDualStack(host: string): boolean {
  return host.endsWith(`.${dualStackDomain}`)
}

function isSignIn(host: string, { signInDomain, globalSignIn, regions }: PartitionFacts): boolean {
  if (host === signInDomain) return globalSignIn
  return host.endsWith(`.${signInDomain}`) && regions.includes(host.slice(0, -signInDomain.length - 1))
}

function consoleHost(host: string, partition: Partition, facts: PartitionFacts): ConsoleHost | undefined {
  const found = { kind: 'console', partition, host } as const
  if (facts.otherConsoles.includes(host)) return found
  if (host === facts.consoleDomain) return facts.bareConsole ? found : undefined
  if (!host.endsWith(`.${facts.consoleDomain}`)) return undefined

  const prefix = host.slice(0, -facts.consoleDomain.length - 1)
  const sessionId = session.exec(prefix)?.[1]
  const rest = sessionId === undefined ? prefix : prefix.slice(sessionId.length + 1)
  if (rest.includes('.') || (sessionId !== undefined && rest === '')) return undefined
  return { ...found, ...(sessionId && { sessionId }), ...(regionLike.test(rest) && { region: rest }) }
}
