import { aliasOrId, compareAccounts, namedAccount } from '../aws/compare-accounts'
import type { Partition } from '../aws/partitions'
import { plainRoleName } from '../aws/role-name'
import type { Session } from '../aws/session'
import type { Base } from '../config/resolve/base-account'
import type { HiddenReason, HiddenRole, NearMiss, Role } from '../config/resolve/role'
import type { TargetRoles } from '../config/resolve/target-roles'

export interface Switchable {
  /** Available roles, in file order. */
  readonly roles: readonly Role[]
  /** Unavailable roles, in file order. */
  readonly hidden: readonly HiddenRole[]
}

export interface SwitchableOptions {
  /** Hide the base account's roles whose name differs from the session's signed-in or switched-to role. */
  readonly onlyMatchingRoles: boolean
}

/**
 * Returns which roles are available in `session`, and why the others aren't. Portal roles need no session and are always
 * available; without a session nothing else is. Otherwise target roles without a base account are available too, and those
 * whose base account is the one that the session is signed in to. With `onlyMatchingRoles`, a base account's role must also
 * have the same name as the session's role, if it has one; a role without a base account stays, as in AWS Extend Switch
 * Roles (6.1.0, `src/js/lib/target_profiles.js`). Linear in the number of roles, with little work for each, because every
 * opening of the popup is a cold start. The rules are in docs/configuration.md, “Base accounts”.
 */
export function switchable(
  targets: TargetRoles,
  session: Session | undefined,
  { onlyMatchingRoles }: SwitchableOptions,
): Switchable {
  if (!session) return withoutSession(targets)
  const whyNotFrom = targets.bases.map(base => whyNotFromBase(base, session))
  const matching = onlyMatchingRoles ? (session.switched?.roleName ?? session.signedInRole) : undefined

  const roles: Role[] = []
  const hidden: HiddenRole[] = []
  for (const role of targets.roles) {
    const reason =
      role.portal === undefined
        ? (whyNotHere(role, session) ??
          (role.base === undefined ? undefined : (whyNotFrom[role.base] ?? whyNotMatching(role, matching))))
        : undefined
    if (reason) hidden.push({ name: role.name, reason })
    else roles.push(role)
  }
  return { roles, hidden }
}

/**
 * Returns the roles for which AWS's own form can be opened on a console of `partition` that doesn't say who is signed in:
 * all except those of other partitions. AWS then decides whether the user may switch to them.
 */
export function switchableByForm({ roles, bases }: TargetRoles, partition: Partition): Switchable {
  const offered: Role[] = []
  const hidden: HiddenRole[] = []
  for (const role of roles) {
    const base = role.base === undefined ? undefined : bases[role.base]
    const foreign = [role, base].find(one => one?.partition !== undefined && one.partition !== partition)
    if (role.portal !== undefined || foreign?.partition === undefined) offered.push(role)
    else hidden.push({ name: role.name, reason: { kind: 'other-partition', partition: foreign.partition } })
  }
  return { roles: offered, hidden }
}

function withoutSession({ roles }: TargetRoles): Switchable {
  return {
    roles: roles.filter(({ portal }) => portal !== undefined),
    hidden: roles
      .filter(({ portal }) => portal === undefined)
      .map(({ name }) => ({ name, reason: { kind: 'no-session' } })),
  }
}

function whyNotFromBase(base: Base, session: Session): HiddenReason | undefined {
  const elsewhere = whyNotHere(base, session)
  if (elsewhere) return { ...elsewhere, base: base.name }
  return otherBase(base, session) ?? otherSignedInRole(base, session)
}

function whyNotHere(
  { partition }: Role | Base,
  session: Session,
): Extract<HiddenReason, { readonly kind: 'other-partition' }> | undefined {
  if (partition === undefined || partition === session.partition) return undefined
  return { kind: 'other-partition', partition }
}

function otherBase({ name, account, accountAlias }: Base, session: Session): HiddenReason | undefined {
  const named = namedAccount(account, accountAlias)
  const comparison = compareAccounts(session.base, named)
  if (comparison === 'same') return undefined

  const { switched, base, login } = session
  let nearMiss: NearMiss | undefined
  if (switched && session.mode.kind === 'classic' && compareAccounts(switched.account, named) === 'same') {
    nearMiss = { kind: 'switched-to' }
  } else if (login && compareAccounts(login.account, named) === 'same') {
    nearMiss = { kind: 'switched-from' }
  } else if (comparison === 'unknown') {
    nearMiss = { kind: 'maybe', account: aliasOrId(base) }
  }
  return { kind: 'other-base', base: name, account, ...(nearMiss && { nearMiss }) }
}

function otherSignedInRole({ name, roleName }: Base, session: Session): HiddenReason | undefined {
  if (roleName === undefined || plainRoleName(roleName) === session.signedInRole) return undefined
  return { kind: 'other-signed-in-role', base: name, roleName }
}

function whyNotMatching({ roleName }: Role, matching: string | undefined): HiddenReason | undefined {
  if (matching === undefined || plainRoleName(roleName) === matching) return undefined
  return { kind: 'other-role-name', roleName: matching }
}
