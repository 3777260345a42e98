import { partitionOfRegion } from '../console/partitions'
import type { Base } from '../roles/base'
import type { Role } from '../roles/role'
import type { TargetRoles } from '../roles/target-roles'
import { isAccountId } from './account-id'
import { asOneLine, joined, type Line, type OneLine, oneLine } from './one-line'
import type { Profile } from './profile'
import { quote } from './value'

export interface AwsConfig {
  readonly text: string
  /** How many profiles it has. */
  readonly count: number
  /** The roles that are left out: an ARN needs the account's 12 digits, and they are known by an alias only. */
  readonly leftOut: readonly string[]
  /** The portal roles, which are left out too: `aws configure sso` writes those, with what only it knows. */
  readonly portalsLeftOut: readonly string[]
  /** Where there are any: the roles whose own name, or that of their base account, can't stand in such a file. */
  readonly namesLeftOut?: readonly string[]
}

type Pair = readonly [key: string, value: OneLine | undefined]

/**
 * The target roles as profiles of `~/.aws/config`, for the AWS CLI, the SDKs and aws-vault; what they name as their
 * `source_profile` is a profile to put credentials to. A role that names none takes those of `default`. `profiles` are
 * those that the roles were made from. The file has exactly these profiles, whatever the values: none is quoted there, so
 * only a `OneLine` is written. Source: AWS CLI user guide, “Using an IAM role in the AWS CLI”.
 */
export function toAwsConfig({ roles, bases }: TargetRoles, profiles: readonly Profile[]): AwsConfig {
  const switched = roles.filter(({ portal }) => portal === undefined)
  const known = switched.filter(({ account }) => isAccountId(account))
  const leftOut = switched.filter(({ account }) => !isAccountId(account)).map(({ name }) => name)
  const written = new Map(profiles.map(profile => [profile.name as string, profile]))
  const sourceOf = ({ name }: Role) => written.get(name)?.sourceProfile
  const names = new Set(known.map(({ name }) => name))
  const sources = new Set<string | undefined>(switched.map(sourceOf))
  const baseSections = profiles
    .filter(({ name }) => sources.has(name) && !names.has(name))
    .map(profile => ({ name: profile.name, section: sourceSection(profile) }))
  const roleSections = known.map(role => ({
    name: role.name,
    section: roleSection(role, role.base === undefined ? undefined : bases[role.base], sourceOf(role)),
  }))
  const sections = [...baseSections, ...roleSections]
  const texts = sections.flatMap(({ section }) => section ?? [])
  const portalsLeftOut = roles
    .filter(({ name, portal }) => portal !== undefined && !sources.has(name))
    .map(({ name }) => name)
  const namesLeftOut = sections.filter(({ section }) => section === undefined).map(({ name }) => name)
  return {
    text: texts.join('\n'),
    count: texts.length,
    leftOut,
    portalsLeftOut,
    ...(namesLeftOut.length > 0 && { namesLeftOut }),
  }
}

function sourceSection({ name, region, targetRegion }: Profile): string | undefined {
  return isReadBack(name) ? section(name, [['region', region ?? targetRegion]]) : undefined
}

function roleSection(role: Role, base: Base | undefined, source = asOneLine('default')): string | undefined {
  const { account, roleName, partition, region } = role
  const where = partition ?? base?.partition ?? (region === undefined ? 'aws' : partitionOfRegion(region))
  const name = oneLine(role.name)
  const arn = oneLine(`arn:${where}:iam::${account}:role/${roleName}`)
  if (name === undefined || arn === undefined || !isReadBack(name) || !isReadBack(source)) return undefined
  return section(name, [
    ['role_arn', arn],
    ['source_profile', source],
    ['region', region === undefined ? undefined : oneLine(region)],
  ])
}

/** The AWS CLI drops the space around a value, so no base account can be named with it. */
function isReadBack(name: string): boolean {
  return name === name.trim() && name !== ''
}

function section(name: OneLine, pairs: readonly Pair[]): string {
  const lines = pairs.flatMap(([key, value]) =>
    value === undefined ? [] : [joined(asOneLine(`${key} =`), asSpace, value)],
  )
  return `${[header(name), ...lines].join('\n')}\n`
}

const asSpace = ' ' as Line

/** The AWS CLI splits a header as a shell would, and knows `default` by its bare name. */
function header(name: OneLine): string {
  const quoted = /^[\w.@/+=,-]+$/.test(name) ? name : quote(name)
  return name === 'default' ? '[default]' : `[profile ${quoted}]`
}
