import { portalOf } from '../../aws/portal'
import { asOneLine, type OneLine, oneLine } from '../../lib/one-line'
import type { Diagnosis } from './diagnostic'
import { type Place, type Report, type Section, sourceProfileOf } from './section'
import { nameGuesser } from './suggest'
import { encode } from './value'

/** An `[sso-session …]`'s portal. */
export interface PortalSession {
  /** Its address, in the form that `portalAddresses` reads. */
  readonly url: OneLine
  /** The instance's region, as written. */
  readonly region?: OneLine
}

/** The portals of the `[sso-session …]` sections, by name; undefined for one that names no portal. */
export type PortalSessions = ReadonlyMap<string, PortalSession | undefined>

const maxSessionGuesses = 5

interface Unresolved {
  readonly name: string
  readonly span: Place
  count: number
}

/** Separates the addresses of one instance's portals. No address contains it. */
const addressSeparator = ','

/**
 * Checks a section's portal addresses once all of it is read, and keeps those that can be opened. Converts an issuer to its
 * portal in the section's `sso_region`.
 */
export function checkPortal(section: Section, report: Report): void {
  const { ssoStartUrl, ssoRegion, portalSpan } = section
  if (ssoStartUrl === undefined) return
  const kept: string[] = []
  for (const address of ssoStartUrl.split(addressSeparator).map(written => written.trim())) {
    if (address === '') continue
    const portal = portalOf(address, ssoRegion)
    const kind = addressDiagnosis(portal)
    const isKept = portal !== undefined && portal !== 'no-region'
    if (isKept && !kept.includes(portal.url)) kept.push(portal.url)
    if (kind && portalSpan) {
      const name = isKept ? new URL(portal.url).hostname : address
      report({ severity: 'warning', kind, values: [name] }, portalSpan, section)
    }
  }
  section.ssoStartUrl = kept.length > 0 ? oneLine(kept.join(addressSeparator)) : undefined
  if (section.ssoStartUrl === undefined) section.misread = true
}

/** Returns the portal of an `[sso-session …]` section, once checked. */
export function portalSessionOf({ ssoStartUrl, ssoRegion }: Section): PortalSession | undefined {
  if (ssoStartUrl === undefined) return undefined
  return { url: ssoStartUrl, ...(ssoRegion !== undefined && { region: ssoRegion }) }
}

/** Returns the addresses of a profile's portal, best first. */
export function portalAddresses(url: string): readonly string[] {
  return url.split(addressSeparator)
}

function addressDiagnosis(
  portal: ReturnType<typeof portalOf>,
): 'invalidPortal' | 'issuerWithoutRegion' | 'ownPortalDomain' | undefined {
  if (portal === undefined) return 'invalidPortal'
  if (portal === 'no-region') return 'issuerWithoutRegion'
  return portal.isOwnDomain ? 'ownPortalDomain' : undefined
}

/**
 * Sets the portal of each profile that names an account and an Identity Center permission set: that of its `sso_session`,
 * else of its own `sso_start_url`. Reports a session that is missing or names no portal once, with the number of profiles
 * affected. Source: AWS CLI user guide, “Configuring IAM Identity Center authentication”.
 */
export function resolvePortals(
  sections: ReadonlyMap<string, Section>,
  sessions: PortalSessions,
  report: Report,
): void {
  const unresolved = new Map<string, Unresolved>()
  for (const section of sections.values()) {
    const { profile, broken, ssoAccount, ssoRoleName, ssoSession, sessionSpan } = section
    if (broken || ssoAccount === undefined || ssoRoleName === undefined) continue
    const url = portalUrlOf(section, sessions)
    const session = ssoSession === undefined ? undefined : sessions.get(ssoSession)
    const region = session?.url === url ? session?.region : section.ssoRegion
    profile.portal = {
      account: ssoAccount,
      roleName: ssoRoleName,
      ...(url !== undefined && { url }),
      ...(url !== undefined && session?.url === url && ssoSession !== undefined && { session: ssoSession }),
      ...(region !== undefined && { region }),
    }
    if (url !== undefined || ssoSession === undefined || !sessionSpan) continue
    if (sessionSpan.whole !== undefined && sessions.has(sessionSpan.whole)) continue
    const one = unresolved.get(ssoSession)
    if (one) one.count++
    else unresolved.set(ssoSession, { name: ssoSession, span: sessionSpan, count: 1 })
  }
  const guess = nameGuesser(sessions, maxSessionGuesses)
  for (const one of unresolved.values()) {
    const isThere = sessions.has(one.name)
    report(sessionDiagnosis(one, isThere, isThere ? undefined : guess(one.name)), one.span)
  }
}

/** Returns the address of the portal that a section names, itself or through its session. */
export function portalUrlOf(
  { portalUrl, ssoSession, ssoStartUrl }: Section,
  sessions: PortalSessions,
): OneLine | undefined {
  return portalUrl ?? ((ssoSession !== undefined && sessions.get(ssoSession)?.url) || ssoStartUrl)
}

/**
 * Reports each profile that has parts of a portal role but no effect: it isn't a role, a base account or a profile that
 * others inherit from. Reports what is missing or wrong, unless it is reported already.
 */
export function checkPortalRoles(
  sections: ReadonlyMap<string, Section>,
  sessions: PortalSessions,
  report: Report,
): void {
  const [sources, included] = [new Set<string>(), new Set<string>()]
  for (const { profile, include } of sections.values()) {
    if (profile.sourceProfile !== undefined) sources.add(profile.sourceProfile)
    if (include !== undefined) included.add(include)
  }
  for (const section of sections.values()) {
    const { profile, broken, settledAs, ssoAccount, ssoRoleName } = section
    if (broken || settledAs === 'role' || settledAs === 'portal' || included.has(profile.name)) continue
    if (ssoAccount === undefined && ssoRoleName === undefined) continue
    const isBase = sources.has(profile.name) || profile.targetRoleName !== undefined
    const roleName = profile.roleName ?? sourceProfileOf(section, sections)?.profile.targetRoleName
    if (profile.account !== undefined && (isBase || roleName !== undefined)) continue
    const diagnosis = portalRoleDiagnosis(section, sessions, isBase)
    if (diagnosis)
      report(diagnosis, diagnosis.fix && section.roleNameKey ? section.roleNameKey : section, section)
  }
}

function portalRoleDiagnosis(
  section: Section,
  sessions: PortalSessions,
  isBase: boolean,
): Diagnosis | undefined {
  const { profile, ssoAccount, ssoRoleName, ssoSession, roleNameKey } = section
  const [severity, values] = ['error', [profile.name]] as const
  if (ssoAccount === undefined) return { severity, kind: 'portalWithoutAccount', values }
  if (ssoRoleName === undefined) {
    if (profile.roleName === undefined) return { severity, kind: 'portalWithoutRole', values }
    const isWrittenHere = roleNameKey !== undefined && roleNameKey.text === section.text
    const fix = isWrittenHere && { fix: { text: asOneLine('sso_role_name') } }
    return { severity, kind: 'roleNameInPortal', values, ...fix }
  }
  // A missing session, or an address that isn't a portal's, is reported instead.
  const isTold = ssoSession !== undefined || section.portalSpan !== undefined
  if (isBase || isTold || portalUrlOf(section, sessions) !== undefined) return undefined
  return { severity: 'warning', kind: 'portalWithoutAddress', values }
}

function sessionDiagnosis(
  { name, count, span }: Unresolved,
  isThere: boolean,
  guess: string | undefined,
): Diagnosis {
  const severity = 'warning'
  if (isThere) return { severity, kind: 'sessionWithoutPortal', values: [name, String(count)] }
  if (guess === undefined) return { severity, kind: 'missingSession', values: [name, String(count)] }
  const fix = !span.isPart && { fix: { text: encode(guess) } }
  return { severity, kind: 'misspelledSession', values: [name, guess, String(count)], ...fix }
}
