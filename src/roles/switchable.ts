import type { Profile } from '../config/profile'
import { plainRoleName } from '../console/role-name'
import type { Session } from '../console/session'
import type { Base } from './base'
import { compareAccounts, namedAccount } from './compare-accounts'
import type { HiddenReason, HiddenRole, NearMiss, Role } from './role'
import { type Target, targetsOf } from './target'

export interface Switchable {
  /** Offered, in file order. */
  readonly roles: readonly Role[]
  /** Not offered, in file order. Profiles that are no target role (a base account, `[default]`) are in neither. */
  readonly hidden: readonly HiddenRole[]
}

export interface SwitchableOptions {
  /** Leave out roles whose name differs from the role the session is signed in with or has switched to. */
  readonly onlyMatchingRoles: boolean
}

/**
 * Which profiles can be switched to in `session`: those without a base account, and those whose base
 * account is the one that the session is signed in to. Linear in the number of profiles. The rules are in
 * docs/configuration.md, “Base accounts”.
 */
export function switchable(
  profiles: readonly Profile[],
  session: Session,
  { onlyMatchingRoles }: SwitchableOptions,
): Switchable {
  const matching = onlyMatchingRoles ? (session.switched?.roleName ?? session.signedInRole) : undefined

  const whyNotFromBase = once((base: Base) => otherBase(base, session) ?? otherSignedInRole(base, session))

  const roles: Role[] = []
  const hidden: HiddenRole[] = []
  for (const target of targetsOf(profiles)) {
    const { profile, base } = target
    const reason =
      whyNotHere(profile, session) ??
      (base && (whyNotHere(base.profile, session) ?? whyNotFromBase(base))) ??
      whyNotMatching(target, matching)
    if (reason) hidden.push({ name: profile.name, reason })
    else roles.push(role(target, session))
  }
  return { roles, hidden }
}

/** Asks once for each key. Thousands of roles share a few base accounts. */
function once<Key, Value>(ask: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>()
  return key => {
    if (!answers.has(key)) answers.set(key, ask(key))
    return answers.get(key) as Value
  }
}

function whyNotHere({ partition }: Profile, session: Session): HiddenReason | undefined {
  if (partition === undefined || partition === session.partition) return undefined
  return { kind: 'other-partition', partition }
}

function otherBase({ profile, account }: Base, session: Session): HiddenReason | undefined {
  const named = namedAccount(account, profile.accountAlias)
  const comparison = compareAccounts(session.base, named)
  if (comparison === 'same') return undefined

  const { switched, base } = session
  let nearMiss: NearMiss | undefined
  if (switched && compareAccounts(switched.account, named) === 'same') {
    nearMiss = { kind: 'switched-to' }
  } else if (comparison === 'unknown') {
    nearMiss = { kind: 'maybe', account: base.alias ?? base.id ?? '' }
  }
  return { kind: 'other-base', base: profile.name, account, ...(nearMiss && { nearMiss }) }
}

function otherSignedInRole({ profile, roleName }: Base, session: Session): HiddenReason | undefined {
  if (roleName === undefined || plainRoleName(roleName) === session.signedInRole) return undefined
  return { kind: 'other-signed-in-role', base: profile.name, roleName }
}

function whyNotMatching({ roleName }: Target, matching: string | undefined): HiddenReason | undefined {
  if (matching === undefined || plainRoleName(roleName) === matching) return undefined
  return { kind: 'other-role-name', roleName: matching }
}

function role({ profile, account, roleName, base }: Target, { switched }: Session): Role {
  return {
    name: profile.name,
    account,
    accountAlias: profile.accountAlias,
    roleName,
    color: profile.color,
    region: profile.region ?? base?.profile.targetRegion,
    image: profile.image,
    group: profile.group,
    description: profile.description,
    current:
      switched !== undefined &&
      switched.roleName === plainRoleName(roleName) &&
      compareAccounts(switched.account, namedAccount(account, profile.accountAlias)) === 'same',
  }
}
