import { type Account, accountLabel, findAccount } from './accounts'
import type { Browser, Session } from './browsers'
import type { ConsoleHost } from './hosts'
import { type Family, type Partition, partitions, signInHost } from './partitions'
import { baseName, type Role } from './role'
import { currentSession } from './sessions'
import type { Shape } from './shape'
import { type Mode, type SignIn, signInArn, userLabel } from './sign-in'

/** The user and role of a console page. */
export interface Identity {
  readonly partition: Partition
  readonly mode: Mode
  /** The account and the user that signed in, also while a role is assumed. */
  readonly account: Account
  readonly user: string
  readonly role?: Role
  readonly region: string
  /** The sign-in host that the page names and its policy allows. */
  readonly signInHost: string
  readonly csrf: number
  /** Multi-session only. */
  readonly sessionId?: string
  /** The ARN of the role while one is assumed. */
  readonly arn: string
}

/** Returns who `browser` is on `host`, or undefined if it's signed out or its session has ended. */
export function identify(
  browser: Browser | undefined,
  host: ConsoleHost,
  region: string | undefined,
  aliases: Readonly<Record<string, string>>,
  shape: Shape,
): Identity | undefined {
  const where = region ?? partitions[host.partition].globalRegion
  const classic = host.sessionId ? undefined : browser?.classic
  if (classic) {
    const named = namedSignInHost(host.partition, host.family, where, shape)
    return toIdentity(classic.signIn, classic.role, where, aliases, { csrf: classic.csrf, signInHost: named })
  }
  const session = host.sessionId ? browser?.sessions.get(host.sessionId) : currentSession(browser)
  if (!session) return undefined
  return toIdentity(session.signIn, session.role, where, aliases, {
    sessionId: session.id,
    csrf: session.csrf,
    signInHost: sessionSignInHost(session, host, where, shape),
  })
}

/** Returns the sign-in host that a session's page names. It's one that knows the session. */
function sessionSignInHost(
  session: Session,
  { partition, family }: ConsoleHost,
  region: string,
  shape: Shape,
): string {
  if (shape.sessionHost === 'any') return namedSignInHost(partition, family, region, shape)
  return signInHost(partition, shape.sessionHost === 'region' ? session.region : undefined, family)
}

function namedSignInHost(partition: Partition, family: Family, region: string, { signIn }: Shape): string {
  const { domains, fipsSignIn = '' } = partitions[partition]
  return {
    region: signInHost(partition, region, family),
    global: signInHost(partition, undefined, family),
    FIPS: fipsSignIn,
    'FIPS of the region': `${region}.${fipsSignIn}`,
    bare: domains[family].signIn,
  }[signIn]
}

/** Returns the content of `awsc-session-data`, before a test's overrides. See docs/console.md. */
export function sessionData(
  identity: Identity,
  { signInEndpoint }: Shape,
): Readonly<Record<string, unknown>> {
  const { mode, sessionId, region, arn, role, user } = identity
  const { id, alias } = role?.account ?? identity.account
  return {
    prismModeEnabled: mode === 'multi-session',
    ...(sessionId && { sessionDifferentiator: sessionId }),
    ...((signInEndpoint === 'session data' || signInEndpoint === 'both') && {
      signInEndpoint: identity.signInHost,
    }),
    infrastructureRegion: region,
    sessionARN: arn,
    accountId: id,
    ...(alias && { accountAlias: alias }),
    displayName: role?.displayName ?? user,
  }
}

/**
 * Returns the content of `ConsoleNavService.AccountInfo`. Without a role, its two role names are present but undefined.
 */
export function accountInfo({ account, user, role }: Identity): Readonly<Record<string, string | undefined>> {
  return {
    loginDisplayNameAccount: accountLabel(account),
    loginDisplayNameUser: user,
    roleDisplayNameAccount: role && accountLabel(role.account),
    roleDisplayNameUser: role && baseName(role.name),
  }
}

function toIdentity(
  signIn: SignIn,
  role: Role | undefined,
  region: string,
  aliases: Readonly<Record<string, string>>,
  own: Pick<Identity, 'csrf' | 'sessionId' | 'signInHost'>,
): Identity {
  const { partition, mode } = signIn
  const alias = signIn.alias ?? findAccount(signIn.account, aliases)?.alias
  return {
    partition,
    mode,
    account: { id: signIn.account, ...(alias && { alias }) },
    user: userLabel(signIn.user),
    ...(role && { role }),
    region,
    ...own,
    arn: role ? roleArn(signIn, role) : signInArn(signIn),
  }
}

/** Returns the ARN of a switched role. Its session has the user's name. */
function roleArn({ partition, user }: SignIn, { account, name }: Role): string {
  const sessionName = user.kind === 'root' ? 'root' : user.name
  return `arn:${partition}:sts::${account.id}:assumed-role/${baseName(name)}/${sessionName}`
}
