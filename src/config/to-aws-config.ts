import { partitionOfRegion } from '../console/partitions'
import type { Base } from '../roles/base'
import type { Role } from '../roles/role'
import type { TargetRoles } from '../roles/target-roles'
import { isAccountId } from './account-id'
import type { Profile } from './profile'

export interface AwsConfig {
  readonly text: string
  /** How many profiles it has. */
  readonly count: number
  /** The roles that are left out: an ARN needs the account's 12 digits, and they are known by an alias only. */
  readonly leftOut: readonly string[]
  /** The portal roles, which are left out too: `aws configure sso` writes those, with what only it knows. */
  readonly portalsLeftOut: readonly string[]
}

/**
 * The target roles as profiles of `~/.aws/config`, for the AWS CLI, the SDKs and aws-vault; what they name as their
 * `source_profile` is a profile to put credentials to. A role that names none takes those of `default`. `profiles` are
 * those that the roles were made from. Source: AWS CLI user guide, “Using an IAM role in the AWS CLI”.
 */
export function toAwsConfig({ roles, bases }: TargetRoles, profiles: readonly Profile[]): AwsConfig {
  const switched = roles.filter(({ portal }) => portal === undefined)
  const known = switched.filter(({ account }) => isAccountId(account))
  const leftOut = switched.filter(({ account }) => !isAccountId(account)).map(({ name }) => name)
  const written = new Map(profiles.map(profile => [profile.name, profile]))
  const sourceOf = ({ name }: Role) => written.get(name)?.sourceProfile
  const names = new Set(known.map(({ name }) => name))
  const sources = new Set(switched.map(sourceOf))
  const sections = [
    ...profiles.filter(({ name }) => sources.has(name) && !names.has(name)).map(sourceSection),
    ...known.map(role =>
      roleSection(role, role.base === undefined ? undefined : bases[role.base], sourceOf(role) ?? 'default'),
    ),
  ]
  const portalsLeftOut = roles
    .filter(({ name, portal }) => portal !== undefined && !sources.has(name))
    .map(({ name }) => name)
  return { text: sections.join('\n'), count: sections.length, leftOut, portalsLeftOut }
}

function sourceSection({ name, region, targetRegion }: Profile): string {
  return section(name, [['region', region ?? targetRegion]])
}

function roleSection(
  { name, account, roleName, partition, region }: Role,
  base: Base | undefined,
  source: string,
): string {
  const where = partition ?? base?.partition ?? (region === undefined ? 'aws' : partitionOfRegion(region))
  return section(name, [
    ['role_arn', `arn:${where}:iam::${account}:role/${roleName}`],
    ['source_profile', source],
    ['region', region],
  ])
}

function section(
  name: string,
  pairs: readonly (readonly [key: string, value: string | undefined])[],
): string {
  // The AWS CLI splits a header as a shell would, and knows `default` by its bare name.
  const quoted = /^[\w.@/+=,-]+$/.test(name) ? name : JSON.stringify(name)
  const header = name === 'default' ? '[default]' : `[profile ${quoted}]`
  const lines = pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]))
  return `${[header, ...lines].join('\n')}\n`
}
