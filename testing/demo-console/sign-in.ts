import { classifyHost } from './hosts'
import { type Family, type Partition, partitions, signInHost } from './partitions'

export type Mode = 'classic' | 'multi-session'

/** Who signs in. See docs/console.md for how the console shows each kind. */
export type User =
  | { readonly kind: 'iam'; readonly name: string }
  | { readonly kind: 'federated'; readonly role: string; readonly name: string }
  | {
      readonly kind: 'identity-center'
      readonly permissionSet: string
      readonly name: string
      /** The 16 hex digits that Identity Center appends to the permission set's name. */
      readonly suffix?: string
    }
  | { readonly kind: 'root' }

export interface SignIn {
  readonly partition: Partition
  readonly mode: Mode
  /** 12 digits. */
  readonly account: string
  /** The alias that the console shows instead of the digits. */
  readonly alias?: string
  readonly user: User
  readonly landing?: Landing
}

/** The page that a sign-in leads to. By default it's the console's home in the partition's first region. */
export interface Landing {
  /** The path, optionally with a query and a hash, such as `/ec2/home#Instances:`. */
  readonly path?: string
  /** The region of the host and the `region=` parameter. Null for a page that names none. */
  readonly region?: string | null
  /** A console host other than the region's, without a session's prefix, such as `health.aws.amazon.com`. */
  readonly host?: string
  /** Family of the domains, if no host is given. The standard one by default. */
  readonly family?: Family
}

/** Returns the user as the console shows it: `name`, `role/name` or `AWSReservedSSO_<set>_<hex>/<user>`. */
export function userLabel(user: User): string {
  if (user.kind === 'root') return 'root'
  return user.kind === 'iam' ? user.name : `${assumedRole(user)}/${user.name}`
}

/** Returns the ARN in a sign-in's session data, before any switch. */
export function signInArn({ partition, account, user }: SignIn): string {
  if (user.kind === 'root') return `arn:${partition}:iam::${account}:root`
  if (user.kind === 'iam') return `arn:${partition}:iam::${account}:user/${user.name}`
  return `arn:${partition}:sts::${account}:assumed-role/${userLabel(user)}`
}

/** Returns the URL that a sign-in leads to, without a session's prefix. */
export function landingUrl({ partition, landing = {} }: SignIn): string {
  const { domains, globalRegion } = partitions[partition]
  const consoleDomain = domains[landing.family ?? 'standard'].console
  const region = landing.region === undefined ? globalRegion : landing.region
  const host = landing.host ?? (region ? `${region}.${consoleDomain}` : consoleDomain)
  const url = new URL(landing.path ?? '/console/home', `https://${host}`)
  if (region && !landing.host && !url.searchParams.has('region')) {
    url.search = url.search === '' ? `?region=${region}` : `${url.search}&region=${region}`
  }
  return url.href
}

/** Returns a link that signs in and goes to the landing page. */
export function signInUrl(signIn: SignIn): string {
  const url = new URL(`https://${signInHost(signIn.partition, undefined, familyOf(signIn))}/demo/sign-in`)
  url.searchParams.set('as', JSON.stringify(signIn))
  return url.href
}

function familyOf({ landing }: SignIn): Family {
  const host = landing?.host && classifyHost(landing.host)
  return host && 'family' in host ? host.family : (landing?.family ?? 'standard')
}

/** Reads the text of `signInUrl`. Undefined if it isn't a sign-in of this partition. */
export function parseSignIn(text: string | null, partition: Partition): SignIn | undefined {
  try {
    const signIn: SignIn = JSON.parse(text ?? '')
    if (signIn.partition !== partition || !/^\d{12}$/.test(signIn.account)) return undefined
    if (signIn.mode !== 'classic' && signIn.mode !== 'multi-session') return undefined
    // Throws if the user or the landing page isn't valid.
    userLabel(signIn.user)
    landingUrl(signIn)
    return signIn
  } catch {
    return undefined
  }
}

function assumedRole(user: Exclude<User, { kind: 'iam' | 'root' }>): string {
  if (user.kind === 'federated') return user.role
  return `AWSReservedSSO_${user.permissionSet}_${user.suffix ?? '0123456789abcdef'}`
}
