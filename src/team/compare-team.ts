import type { Partition } from '../aws/partitions'
import { compareProfiles } from '../config/compare/compare-profiles'
import type { Profile } from '../config/parse/profile'
import { parseTogether } from '../config/resolve/parse-together'
import type { Role } from '../config/resolve/role'
import { targetRoles } from '../config/resolve/target-roles'

/** What became of the profiles in the menu, each list in the order of the texts. */
export interface TeamComparison {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly ChangedProfile[]
}

interface ChangedProfile {
  readonly name: string
  /** Where it now leads to another account, or to another role: the old name stands for something else. */
  readonly target?: { readonly before: Target; readonly after: Target }
}

/** Where a profile leads, its base account's role counted in. What it doesn't have is absent. */
export interface Target {
  /** Of a portal role, the portal's address. */
  readonly portal?: string
  readonly account?: string
  readonly roleName?: string
  readonly partition?: Partition
}

/**
 * Compares what the menu comes to before and after a refresh: what the team's texts, in their order, say together with
 * the user's own. A list may well say something of a profile that another one has.
 */
export function compareTeam(
  before: readonly string[],
  after: readonly string[],
  personal = '',
): TeamComparison {
  const [old, now] = [read(personal, before), read(personal, after)]
  const { added, removed, changed } = compareProfiles([...old.values()], [...now.values()])
  return {
    added,
    removed,
    changed: changed.map(name => ({ name, ...targets(old.get(name), now.get(name)) })),
  }
}

/** Whether no profile was added, removed or changed. */
export function isUnchanged({ added, removed, changed }: TeamComparison): boolean {
  return added.length + removed.length + changed.length === 0
}

/** The profiles by name, each with what it is in the menu: its base account may say the role for it. */
function read(
  personal: string,
  texts: readonly string[],
): ReadonlyMap<string, Profile & { target?: Target }> {
  const { profiles } = parseTogether(personal, texts)
  const roles = new Map(targetRoles(profiles).roles.map(role => [role.name, role]))
  return new Map(
    profiles.map(profile => {
      const role = roles.get(profile.name)
      return [profile.name, { ...profile, target: role ? targetOf(role) : accountOf(profile) }]
    }),
  )
}

function targets(
  before: { readonly target?: Target } | undefined,
  after: { readonly target?: Target } | undefined,
): Pick<ChangedProfile, 'target'> {
  if (!before?.target || !after?.target) return {}
  const target = { before: before.target, after: after.target }
  return JSON.stringify(target.before) === JSON.stringify(target.after) ? {} : { target }
}

function targetOf({ portal, account, roleName, partition }: Role): Target {
  if (portal !== undefined) return { portal, account, roleName }
  return { account, roleName, ...(partition !== undefined && { partition }) }
}

/** What a profile names that is no role: a base account, or a portal role without its portal. */
function accountOf({ account, roleName, partition, portal }: Profile): Target {
  const names = account === undefined ? portal : { account, roleName }
  return {
    ...(names?.account !== undefined && { account: names.account }),
    ...(names?.roleName !== undefined && { roleName: names.roleName }),
    ...(partition !== undefined && { partition }),
  }
}
