import type { ConsolePlace } from './console-place'
import type { PageFacts } from './page-facts'
import { text } from './page-text'
import { isSignInHost, otherSignInHosts, signInHosts, usableSignInHost } from './partitions'
import { plainRoleName } from './role-name'
import type { Account, Session, SessionFailure } from './session'
import { parseSessionData, type SessionData } from './session-data'
import { accountOfSession, isSessionId } from './session-host'

type Reading = { readonly session: Session } | { readonly failure: SessionFailure }

/** The longest name in DNS. */
const maxHostLength = 253

/** The fields that every session on the page has. */
type Common = Pick<Session, 'partition' | 'signInHost' | 'isSignInGuessed' | 'otherSignInHosts'>

/**
 * Builds a session from what the page says about itself, or says which fact is missing. `place` comes from the tab's URL,
 * which the browser vouches for, so the page can't choose another partition. Source: docs/console.md.
 */
export function readSession(page: PageFacts, place: ConsolePlace): Reading {
  const facts = onlyText(page)
  const data = parseSessionData(facts.sessionData)
  if (facts.loginAccount === undefined && data === undefined) return { failure: { kind: 'signed-out' } }
  if (data === 'malformed') return missing('awsc-session-data')

  const named = data?.signInEndpoint ?? facts.signInEndpoint
  const isMultiSession = data?.multiSession === true
  const signIn = signInOf(named, place, data?.infrastructureRegion, isMultiSession)
  if (!isSignInHost(signIn.signInHost, place.partition)) {
    return { failure: { kind: 'foreign-sign-in-host', host: signIn.signInHost.slice(0, maxHostLength) } }
  }
  const common = { partition: place.partition, ...signIn }
  return isMultiSession ? multiSession(facts, data, common, place.session) : classic(facts, data, common)
}

/**
 * Returns the sign-in host that the page names. If it names none, multi-session mode tries the region's host before the
 * global one, because only one of them knows the session. Classic mode uses the global one, which every policy allows.
 * Source: docs/console.md, “Multi-session switch” and “Classic switch”.
 */
function signInOf(
  named: string | undefined,
  { partition, family, region }: ConsolePlace,
  infrastructureRegion: string | undefined,
  isMultiSession: boolean,
): Pick<Session, 'signInHost' | 'isSignInGuessed' | 'otherSignInHosts'> {
  const itsRegion = region ?? infrastructureRegion
  if (named !== undefined) {
    const signInHost = usableSignInHost(named, partition, itsRegion)
    return withOthers(signInHost, otherSignInHosts(signInHost, partition, itsRegion))
  }
  const [first = '', ...others] = isMultiSession
    ? signInHosts(partition, family, itsRegion).toReversed()
    : signInHosts(partition, family, itsRegion)
  return { ...withOthers(first, others), isSignInGuessed: true }
}

function withOthers(signInHost: string, others: readonly string[]) {
  return { signInHost, ...(others.length > 0 && { otherSignInHosts: others }) }
}

function classic(facts: PageFacts, data: SessionData | undefined, common: Common): Reading {
  const arn = data?.arn
  // While a role is assumed, the session's ARN is the role's and says nothing about the base account.
  const base = account(facts.loginAccount, isSwitched(facts) ? undefined : (arn?.account ?? data?.accountId))
  if (!base) return missing('loginDisplayNameAccount')
  const roleName = isSwitched(facts) ? switchedRoleName(facts, data) : undefined
  const role = account(facts.roleAccount, roleName === arn?.role ? arn?.account : undefined)
  return {
    session: {
      ...common,
      mode: { kind: 'classic' },
      base,
      ...signedIn(facts, isSwitched(facts) ? undefined : data),
      ...(role && roleName && { switched: { account: role, roleName } }),
    },
  }
}

function multiSession(
  facts: PageFacts,
  data: SessionData,
  common: Common,
  inAddress: string | undefined,
): Reading {
  // Actions on a session, such as signing out, must affect the tab's own session, whatever its page says.
  const differentiator = inAddress ?? data.differentiator ?? ''
  if (!isSessionId(differentiator)) return missing('sessionDifferentiator')
  const id = data.arn?.account ?? data.accountId ?? accountOfSession(differentiator)
  const session = { ...common, mode: { kind: 'multi-session', differentiator } } as const
  if (!isSwitched(facts)) {
    const base = account(facts.loginAccount, id) ?? { id }
    return { session: { ...session, base, ...signedIn(facts, data) } }
  }
  // If the page gives a role account, this session is itself a switched role, in that account.
  const base = account(facts.roleAccount, id) ?? { id }
  const roleName = switchedRoleName(facts, data)
  const role = roleName && { signedInRole: roleName, switched: { account: base, roleName } }
  return { session: { ...session, base, ...role, ...login(facts) } }
}

function login({ loginAccount, loginUser }: PageFacts): Pick<Session, 'login'> {
  const shown = account(loginAccount)
  return shown
    ? { login: { account: shown, ...signedIn({ ...(loginUser && { loginUser }) }, undefined) } }
    : {}
}

const missing = (fact: string): Reading => ({ failure: { kind: 'missing-fact', fact } })

function isSwitched({ roleAccount, roleUser }: PageFacts): boolean {
  return roleAccount !== undefined || roleUser !== undefined
}

function switchedRoleName({ roleUser }: PageFacts, data: SessionData | undefined): string | undefined {
  const name = roleUser?.split('/')[0] || data?.arn?.role
  return name && plainRoleName(name)
}

/** `name`, `role/name` or `AWSReservedSSO_<permission set>_<16 hex>/<user>`, as the console shows the login. */
function signedIn(
  { loginUser }: PageFacts,
  data: SessionData | undefined,
): Pick<Session, 'signedInRole' | 'user'> | undefined {
  if (loginUser === undefined) return data?.arn?.role ? { signedInRole: plainRoleName(data.arn.role) } : {}
  const slash = loginUser.indexOf('/')
  if (slash < 0) return { user: loginUser }
  return { signedInRole: plainRoleName(loginUser.slice(0, slash)), user: loginUser.slice(slash + 1) }
}

/** Reads an account as shown, `1234-5678-9012`, `123456789012` or an alias, and adds the id if it is known otherwise. */
function account(shown = '', knownId?: string): Account | undefined {
  if (/^\d{4}-?\d{4}-?\d{4}$/.test(shown)) return { id: shown.replaceAll('-', '') }
  if (/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(shown)) {
    return { alias: shown, ...(knownId && { id: knownId }) }
  }
  return knownId ? { id: knownId } : undefined
}

/** Keeps only the strings. The page's scripts may have altered what `readPage` returns, because it runs in their world. */
function onlyText(page: PageFacts): PageFacts {
  return {
    ...text('sessionData', page.sessionData),
    ...text('signInEndpoint', page.signInEndpoint),
    ...text('loginAccount', page.loginAccount),
    ...text('loginUser', page.loginUser),
    ...text('roleAccount', page.roleAccount),
    ...text('roleUser', page.roleUser),
  }
}
