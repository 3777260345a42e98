import type { PageFacts } from './page-facts'
import { defaultSignInHost, isSignInHost, type Partition, partitionOfRegion } from './partitions'
import type { Account, NoSession, Session } from './session'

type Reading = { readonly session: Session } | { readonly problem: NoSession }

/**
 * Makes a session of what the page says of itself, or says which fact is missing. `partition` comes from the
 * tab's URL, which the browser vouches for; the page can't choose another. Source: docs/console.md.
 */
export function readSession(facts: PageFacts, partition: Partition): Reading {
  const data = parseSessionData(facts.sessionData)
  if (facts.loginAccount === undefined && data === undefined) return { problem: { kind: 'signed-out' } }
  if (data === 'malformed') return missing('awsc-session-data')

  const signIn = signInHost(facts, data, partition)
  if (!isSignInHost(signIn, partition)) return { problem: { kind: 'foreign-sign-in-host', host: signIn } }

  return data?.multiSession === true
    ? multiSession(facts, data, partition, signIn)
    : classic(facts, data, partition, signIn)
}

function classic(
  facts: PageFacts,
  data: SessionData | undefined,
  partition: Partition,
  signInHost: string,
): Reading {
  const switchedTo = account(facts.roleAccount)
  // While a role is assumed, the session's ARN is the role's and tells nothing of the base account.
  const base = account(facts.loginAccount, switchedTo ? undefined : data?.arn?.account)
  if (!base) return missing('loginDisplayNameAccount')
  const role = switchedRole(switchedTo, data?.arn?.role ?? facts.roleUser)
  return {
    session: {
      partition,
      mode: { kind: 'classic' },
      signInHost,
      base,
      ...signedIn(facts.loginUser),
      ...(role && { switched: role }),
    },
  }
}

function multiSession(
  facts: PageFacts,
  data: SessionData,
  partition: Partition,
  signInHost: string,
): Reading {
  if (!/^\d{12}-[a-z0-9]{8}$/i.test(data.differentiator ?? '')) return missing('sessionDifferentiator')
  // Where a role's account is given, this session is itself a switched role, and its account is that one.
  const own = account(facts.roleAccount, data.arn?.account) ?? account(facts.loginAccount)
  const isSwitched = facts.roleAccount !== undefined
  const base = isSwitched ? own : account(facts.loginAccount, data.arn?.account)
  if (!base) return missing('loginDisplayNameAccount')
  const role = switchedRole(isSwitched ? own : undefined, data.arn?.role ?? facts.roleUser)
  return {
    session: {
      partition,
      mode: { kind: 'multi-session', differentiator: data.differentiator ?? '' },
      signInHost,
      base,
      ...(role ? { signedInRole: role.roleName } : signedIn(facts.loginUser)),
      ...(role && { switched: role }),
    },
  }
}

const missing = (fact: string): Reading => ({ problem: { kind: 'missing-fact', fact } })

function switchedRole(account: Account | undefined, user: string | undefined): Session['switched'] {
  const roleName = user?.split('/')[0]
  return account && roleName ? { account, roleName } : undefined
}

/** `name`, `role/name` or `AWSReservedSSO_<permission set>_<16 hex>/<user>`, as the console shows the login. */
function signedIn(login: string | undefined): Pick<Session, 'signedInRole' | 'user'> | undefined {
  if (login === undefined) return undefined
  const slash = login.indexOf('/')
  if (slash < 0) return { user: login }
  const role = login.slice(0, slash)
  const permissionSet = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(role)?.[1]
  return { signedInRole: permissionSet ?? role, user: login.slice(slash + 1) }
}

/** Reads an account as shown, `1234-5678-9012`, `123456789012` or an alias, completed by an id known otherwise. */
function account(shown: string | undefined, knownId?: string): Account | undefined {
  const text = shown?.trim() ?? ''
  const digits = text.replaceAll('-', '')
  if (/^\d{12}$/.test(digits)) return { id: digits }
  if (/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(text)) return { alias: text, ...(knownId && { id: knownId }) }
  return knownId ? { id: knownId } : undefined
}

interface SessionData {
  readonly multiSession: boolean
  readonly differentiator?: string
  readonly signInEndpoint?: string
  readonly infrastructureRegion?: string
  readonly arn?: { readonly account: string; readonly role?: string }
}

function parseSessionData(content: string | undefined): SessionData | 'malformed' | undefined {
  if (content === undefined) return undefined
  let data: Record<string, unknown>
  try {
    data = JSON.parse(content)
  } catch {
    return 'malformed'
  }
  if (typeof data !== 'object' || data === null) return 'malformed'
  return {
    multiSession: data.prismModeEnabled === true || data.prismModeEnabled === 'true',
    ...text('differentiator', data.sessionDifferentiator),
    ...text('signInEndpoint', data.signInEndpoint),
    ...text('infrastructureRegion', data.infrastructureRegion),
    ...sessionArn(data.sessionARN),
  }
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [K in Key]?: string }) : {}
}

/** `arn:<partition>:sts::<account>:assumed-role/<role>/<session name>`, or an IAM user's ARN. */
function sessionArn(value: unknown): Pick<SessionData, 'arn'> {
  const match =
    typeof value === 'string'
      ? /^arn:[a-z-]+:(?:sts|iam)::(\d{12}):(?:assumed-role\/([^/]+)\/)?/.exec(value)
      : null
  if (!match?.[1]) return {}
  return { arn: { account: match[1], ...(match[2] && { role: match[2] }) } }
}

function signInHost(facts: PageFacts, data: SessionData | undefined, partition: Partition): string {
  const named = data?.signInEndpoint ?? facts.signInEndpoint
  if (named) return named
  const region = data?.infrastructureRegion
  return defaultSignInHost(region ? partitionOfRegion(region) : partition)
}
