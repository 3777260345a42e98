import type { Diagnosis } from '../parse/diagnostic'
import { fieldsOfAccounts } from '../parse/keys'
import { type Report, type Section, sourceProfileOf } from '../parse/section'

/** Reports profiles that have keys of a role or a base account, but no account to use them with. */
export function checkAccounts(sections: ReadonlyMap<string, Section>, report: Report): void {
  const included = new Set<string>()
  for (const { include } of sections.values()) if (include !== undefined) included.add(include)

  for (const section of sections.values()) {
    const { profile, broken } = section
    const isPortal = section.ssoAccount !== undefined || section.ssoRoleName !== undefined
    if (broken || profile.account !== undefined || isPortal || included.has(profile.name)) continue
    if (fieldsOfAccounts.every(field => profile[field] === undefined)) continue
    report({ severity: 'error', kind: 'missingAccount', values: [profile.name] }, section, section)
  }
}

/**
 * Reports profiles without effect: those with an account but no role, neither their own nor their base account's
 * `target_role_name`, that are nobody's base account. Ignores those that only other tools read.
 */
export function checkRoles(sections: ReadonlyMap<string, Section>, report: Report): void {
  const named = new Set<string>()
  for (const { profile, include } of sections.values()) {
    if (profile.sourceProfile !== undefined) named.add(profile.sourceProfile)
    if (include !== undefined) named.add(include)
  }
  for (const section of sections.values()) {
    const { profile, broken, hasAwsKeys, settledAs } = section
    // It is a role by its own list; another list's base account can't change that.
    if (settledAs === 'role' || settledAs === 'portal') continue
    if (broken || profile.account === undefined || profile.roleName !== undefined) continue
    const isNamed = named.has(profile.name)
    if (profile.sourceProfile !== undefined) {
      const base = sourceProfileOf(section, sections)
      // A missing or broken source_profile is reported instead. With AWS's own keys it belongs to `~/.aws/config` and only
      // says which account it is in.
      if (!base || base.broken || hasAwsKeys || base.profile.targetRoleName !== undefined) continue
      report(noRole(profile.name, profile.sourceProfile, isNamed), section, section)
    } else if (!isNamed && !hasAwsKeys) {
      report({ severity: 'info', kind: 'onlyAccount', values: [profile.name] }, section)
    }
  }
}

/** Reports a profile without a role. A profile that others name stays, as their base account. */
function noRole(profile: string, source: string, isNamed: boolean): Diagnosis {
  return { severity: isNamed ? 'warning' : 'error', kind: 'noRole', values: [profile, source] }
}
