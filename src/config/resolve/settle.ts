import type { PortalSessions } from '../parse/portal-profiles'
import { portalUrlOf } from '../parse/portal-profiles'
import type { Profile } from '../parse/profile'
import type { Section } from '../parse/section'
import { targetRoles } from './target-roles'

type Sections = ReadonlyMap<string, Section>

/**
 * Settles where the profiles of some texts lead before merging a text with lower priority: each role and base account that
 * the texts define on their own, as `read` makes profiles of sections, and any errors in them. Also copies the other parts
 * of a destination, including those from `include_profile`, into the sections as their own.
 */
export function settle(
  sections: Sections,
  sessions: PortalSessions,
  read: (sections: Sections, sessions: PortalSessions) => readonly Profile[],
): void {
  const alone = new Map([...sections].map(([name, section]) => [name, copyOf(section)]))
  const { roles, bases } = targetRoles(read(alone, sessions))
  for (const [name, section] of sections) {
    const resolved = alone.get(name)
    if (resolved && isOpen(section)) keepDestination(section, resolved, sessions)
  }
  for (const { name, portal } of roles) settleAs(sections.get(name), portal === undefined ? 'role' : 'portal')
  // An unreadable destination line isn't open: it is an error.
  for (const section of sections.values()) if (section.misread) settleAs(section, 'nothing')
  for (const { name } of bases) settleAs(sections.get(name), 'base')
}

/**
 * Fills in the missing parts of a section's destination from a section of another text: its namesake there, or the one it
 * includes. What it says stays, and so does its kind: a section that names an account to switch to gets no portal, and one
 * that names a portal's account gets no other.
 */
export function takeDestination(section: Section, other: Section): void {
  if (section.settledAs) return
  const [own, theirs] = [section.profile, other.profile]
  const isPortal = section.ssoAccount !== undefined || section.ssoRoleName !== undefined
  if (isPortal || own.account === undefined) {
    section.ssoAccount ??= other.ssoAccount
    section.ssoRoleName ??= other.ssoRoleName
    if (section.ssoStartUrl === undefined && section.ssoSession === undefined) {
      section.ssoStartUrl = other.ssoStartUrl
      section.ssoSession = other.ssoSession
      section.sessionSpan = other.sessionSpan
      section.portalUrl ??= other.portalUrl
    }
  }
  section.reach = Math.max(section.reach, other.reach)
  if (theirs.targetRoleName !== undefined) own.targetRoleName ??= theirs.targetRoleName
  if (isPortal && own.account === undefined) return
  if (own.account === undefined || own.account === theirs.account) {
    if (theirs.account !== undefined) own.account = theirs.account
    // Partition and alias belong to the account: another account's would be wrong.
    if (theirs.partition !== undefined) own.partition ??= theirs.partition
    if (theirs.accountAlias !== undefined) own.accountAlias ??= theirs.accountAlias
  }
  if (theirs.roleName !== undefined) own.roleName ??= theirs.roleName
  takeSourceProfile(section, other)
}

/**
 * Gives a section the `source_profile` of another, if it has none. aws-vault ignores one that ends up naming the profile
 * itself.
 */
export function takeSourceProfile(
  section: Section,
  { profile: { sourceProfile }, sourceSpan }: Section,
): void {
  const { profile } = section
  if (profile.sourceProfile !== undefined || sourceProfile === undefined) return
  if (sourceProfile === profile.name) return
  profile.sourceProfile = sourceProfile
  section.sourceSpan = sourceSpan
}

function copyOf(section: Section): Section {
  return { ...section, profile: { ...section.profile } }
}

function keepDestination(section: Section, resolved: Section, sessions: PortalSessions): void {
  const { account, accountAlias, partition, roleName, targetRoleName } = resolved.profile
  Object.assign(section.profile, {
    ...(account !== undefined && { account }),
    ...(accountAlias !== undefined && { accountAlias }),
    ...(partition !== undefined && { partition }),
    ...(roleName !== undefined && { roleName }),
    ...(targetRoleName !== undefined && { targetRoleName }),
  })
  takeSourceProfile(section, resolved)
  const { ssoAccount, ssoRoleName, ssoStartUrl, ssoSession, sessionSpan, reach } = resolved
  Object.assign(section, { ssoAccount, ssoRoleName, ssoStartUrl, ssoSession, sessionSpan, reach })
  section.portalUrl = portalUrlOf(resolved, sessions)
}

function settleAs(section: Section | undefined, as: NonNullable<Section['settledAs']>): void {
  if (section && isOpen(section)) section.settledAs = as
}

/** Whether a later text may still turn a base account into a role, or name its portal. Its account stays. */
function isOpen({ settledAs }: Section): boolean {
  return settledAs === undefined || settledAs === 'base'
}
