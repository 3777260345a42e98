import type { Partition } from '../aws/partitions'
import { compareProfiles } from '../config/compare/compare-profiles'
import type { Profile } from '../config/parse/profile'
import { parseTogether } from '../config/resolve/parse-together'
import type { Role } from '../config/resolve/role'
import { targetRoles } from '../config/resolve/target-roles'

/** The changes to the profiles in the menu, each list in the order of the texts. */
export interface TeamComparison {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly ChangedProfile[]
}

interface ChangedProfile {
  readonly name: string
  /** Set if it now leads to another account or role: the old name now means something else. */
  readonly target?: { readonly before: Target; readonly after: Target }
}

/** Where a profile leads, with its base account's role taken into account. Unset properties are absent. */
export interface Target {
  /** The portal's address, for a portal role. */
  readonly portal?: string
  readonly account?: string
  readonly roleName?: string
  readonly partition?: Partition
}

/**
 * Compares the menu before and after a refresh, each made from the team's texts, in their order, and the user's own. One
 * list may add to a profile of another.
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

export function isUnchanged({ added, removed, changed }: TeamComparison): boolean {
  return added.length + removed.length + changed.length === 0
}

/** Returns the profiles by name, each as it is in the menu: its base account may define its role. */
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

/** Returns the target of a profile that isn't a role: a base account, or a portal role without its portal. */
function accountOf({ account, roleName, partition, portal }: Profile): Target {
  const names = account === undefined ? portal : { account, roleName }
  return {
    ...(names?.account !== undefined && { account: names.account }),
    ...(names?.roleName !== undefined && { roleName: names.roleName }),
    ...(partition !== undefined && { partition }),
  }
}
