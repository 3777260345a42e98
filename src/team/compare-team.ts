import { compareProfiles } from '../config/compare'
import { oneLine } from '../config/one-line'
import { parseTogether } from '../config/parse-together'
import type { Profile } from '../config/profile'
import type { Partition } from '../console/partitions'
import { targetRoles } from '../roles/target-roles'

/** What became of a team's profiles, each list in the order of the files. */
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

/** Compares what a team's files, in their order, say before and after a refresh. */
export function compareTeam(before: readonly string[], after: readonly string[]): TeamComparison {
  const [old, now] = [read(before), read(after)]
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

/** The profiles by name, those without a role of their own with the one that their base account says for them. */
function read(texts: readonly string[]): ReadonlyMap<string, Profile> {
  const { profiles } = parseTogether('', texts)
  const roleNames = new Map(targetRoles(profiles).roles.map(({ name, roleName }) => [name, roleName]))
  return new Map(
    profiles.map(profile => {
      const roleName = oneLine(roleNames.get(profile.name) ?? profile.roleName ?? '')
      return [profile.name, roleName === undefined || roleName === '' ? profile : { ...profile, roleName }]
    }),
  )
}

function targets(before: Profile | undefined, after: Profile | undefined): Pick<ChangedProfile, 'target'> {
  if (!before || !after) return {}
  const target = { before: targetOf(before), after: targetOf(after) }
  return JSON.stringify(target.before) === JSON.stringify(target.after) ? {} : { target }
}

function targetOf({ account, roleName, partition, portal }: Profile): Target {
  const names = account === undefined ? portal : { account, roleName, url: undefined }
  return {
    ...(names?.url !== undefined && { portal: names.url }),
    ...(names?.account !== undefined && { account: names.account }),
    ...(names?.roleName !== undefined && { roleName: names.roleName }),
    ...(partition !== undefined && { partition }),
  }
}
