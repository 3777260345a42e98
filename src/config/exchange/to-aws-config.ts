import { isAccountId } from '../../aws/account-id'
import { partitionOfRegion } from '../../aws/partitions'
import { asOneLine, joined, type Line, type OneLine, oneLine } from '../../lib/one-line'
import { exportedKeys } from '../parse/aws-keys'
import { portalAddresses } from '../parse/portal-profiles'
import type { Profile } from '../parse/profile'
import { quote } from '../parse/value'
import type { Base } from '../resolve/base-account'
import type { Role } from '../resolve/role'
import type { TargetRoles } from '../resolve/target-roles'

export interface AwsConfig {
  readonly text: string
  readonly count: number
  /** What the file lacks, or not all tools can read, with the names affected. */
  readonly limits: readonly AwsLimit[]
}

export interface AwsLimit {
  readonly kind: /** Skipped: an ARN needs the account's 12 digits, but only an alias is known. */
    | 'alias'
    /** Lacks the settings to sign in to Identity Center: nothing says where that is. */
    | 'portal'
    /**
     * A skipped role, or a base account without credentials: they come from a command, and commands aren't written into a
     * file that would run them.
     */
    | 'command'
    /** Skipped: its own name, or that of its base account, can't be written in such a file. */
    | 'name'
    /** Skipped: aws-vault would use its role for other profiles, which have none. */
    | 'inherited'
    /** In quotes, which the AWS CLI needs and aws-vault doesn't read. */
    | 'quoted'
    /** Its base account has a name that aws-vault cuts off or changes. */
    | 'source'
    /** Contains characters that some SDKs don't accept. */
    | 'odd'
  readonly names: readonly string[]
}

type Pair = readonly [key: string, value: OneLine | undefined]

/** A profile of the file. */
interface Section {
  readonly name: OneLine
  readonly pairs: readonly Pair[]
  readonly session?: Session
}

/** An `[sso-session …]` of the file. */
interface Session {
  readonly name: OneLine
  readonly url: OneLine
  readonly region: OneLine
}

/**
 * Returns the roles as profiles of `~/.aws/config`, for the AWS CLI, the SDKs and aws-vault. Each `source_profile` becomes a
 * profile to add credentials to. A role without any mention of credentials uses those of `default`. `profiles` are the ones
 * that the roles were made from. The file has exactly these profiles, whatever the values. The format has no quoting, so
 * only a `OneLine` is written, and only under keys that run nothing. Sources: AWS CLI user guide, “Using an IAM role in the
 * AWS CLI”; botocore's `configloader`; aws-vault's `vault/config.go`.
 */
export function toAwsConfig({ roles, bases }: TargetRoles, profiles: readonly Profile[]): AwsConfig {
  const limits = new Map<AwsLimit['kind'], string[]>()
  const tell = (kind: AwsLimit['kind'], name: string) => {
    const names = limits.get(kind) ?? []
    names.push(name)
    limits.set(kind, names)
    return undefined
  }
  const written = new Map<string, Profile>(profiles.map(profile => [profile.name, profile]))
  const switched = roles.filter(({ portal }) => portal === undefined)
  const sources = new Set(switched.map(({ name }) => written.get(name)?.sourceProfile as string | undefined))

  const roleSections = roles.flatMap(role => {
    const profile = written.get(role.name)
    const base = role.base === undefined ? undefined : bases[role.base]
    // The source that roles name is a profile below.
    if (!profile || (role.portal !== undefined && sources.has(role.name))) return []
    if (role.portal !== undefined)
      return portalSection(profile) ?? tell(isReadBack(role.name) ? 'portal' : 'name', role.name) ?? []
    const made = roleSection(role, base, profile)
    return typeof made === 'string' ? (tell(made, role.name) ?? []) : made
  })
  const names = new Set<string>(roleSections.map(({ name }) => name))
  const baseSections = profiles.flatMap(profile => {
    // aws-vault uses the MFA device of `default` for each profile without one of its own.
    const isWanted = sources.has(profile.name) || (profile.name === 'default' && profile.aws?.mfa_serial)
    if (!isWanted || names.has(profile.name)) return []
    if (!isReadBack(profile.name)) return tell('name', profile.name) ?? []
    const portal = portalSection(profile)
    if (!portal && profile.portal) tell('portal', profile.name)
    else if (!portal && profile.command) tell('command', profile.name)
    return portal ?? sourceSection(profile)
  })

  const all = [...baseSections, ...roleSections]
  const misread = inheritedByOthers(all)
  for (const name of misread) tell('inherited', name)
  const kept = all.flatMap(one => {
    if (!misread.has(one.name)) return one
    const profile = written.get(one.name)
    return profile && sources.has(one.name) ? sourceSection(profile) : []
  })
  for (const { name } of kept) if (needsQuotes(name)) tell('quoted', name)
  for (const { name } of kept) if (!needsQuotes(name) && !isPlain(name)) tell('odd', name)
  for (const { name, pairs } of kept) {
    const source = pairs.find(([key]) => key === 'source_profile')?.[1]
    if (source !== undefined && isMisreadByVault(source)) tell('source', name)
  }
  const sessions = new Map(kept.flatMap(({ session }) => (session ? [[session.name, session]] : [])))
  const texts = [...[...sessions.values()].map(sessionText), ...kept.map(sectionText)]
  return {
    text: texts.join('\n'),
    count: kept.length,
    limits: [...limits].map(([kind, about]) => ({ kind, names: about })),
  }
}

function sourceSection({ name, region, targetRegion, aws }: Profile): Section {
  // aws-vault asks for the MFA code when it gets the base account's credentials.
  const pairs: readonly Pair[] = [
    ['mfa_serial', aws?.mfa_serial],
    ['region', region ?? targetRegion],
  ]
  return { name, pairs }
}

function roleSection(role: Role, base: Base | undefined, profile: Profile): Section | AwsLimit['kind'] {
  const { account, roleName, partition, region, duration } = role
  if (!isAccountId(account)) return 'alias'
  const { sourceProfile, command, aws = {} } = profile
  const isBySelf = aws.credential_source !== undefined || aws.web_identity_token_file !== undefined
  if (command && sourceProfile === undefined && !isBySelf) return 'command'
  const source = sourceProfile ?? (isBySelf ? undefined : asOneLine('default'))
  const where = partition ?? base?.partition ?? (region === undefined ? 'aws' : partitionOfRegion(region))
  const name = oneLine(role.name)
  const arn = oneLine(`arn:${where}:iam::${account}:role/${roleName}`)
  if (
    name === undefined ||
    arn === undefined ||
    !isReadBack(name) ||
    (source !== undefined && !isReadBack(source))
  )
    return 'name'
  // Only one of these may provide the credentials: the AWS CLI refuses two.
  const others = exportedKeys.filter(key =>
    source !== undefined
      ? key !== 'credential_source' && key !== 'web_identity_token_file'
      : key !== 'credential_source' || aws.web_identity_token_file === undefined,
  )
  const pairs: readonly Pair[] = [
    ['role_arn', arn],
    ['source_profile', source],
    ...others.map(key => [key, aws[key]] as const),
    ['duration_seconds', duration === undefined ? undefined : oneLine(String(duration))],
    ['region', region === undefined ? undefined : oneLine(region)],
  ]
  return { name, pairs }
}

/** Undefined if too little is known about the portal. The AWS CLI accepts only one address. */
function portalSection({ name, portal, region }: Profile): Section | undefined {
  const url = portal?.url === undefined ? undefined : oneLine(portalAddresses(portal.url)[0] ?? '')
  if (!portal || url === undefined || url === '' || portal.region === undefined || !isReadBack(name))
    return undefined
  // aws-vault doesn't read a quoted session name.
  const hasSession = portal.session !== undefined && isPlain(portal.session)
  const session =
    hasSession && portal.session ? { name: portal.session, url, region: portal.region } : undefined
  const pairs: readonly Pair[] = [
    ...(session ? ([['sso_session', session.name]] as const) : legacyPortal(url, portal.region)),
    ['sso_account_id', portal.account],
    ['sso_role_name', portal.roleName],
    ['region', region],
  ]
  return { name, pairs, ...(session && { session }) }
}

function legacyPortal(url: OneLine, region: OneLine): readonly Pair[] {
  return [
    ['sso_start_url', url],
    ['sso_region', region],
  ]
}

/**
 * Returns the roles that aws-vault would use for a key that another profile doesn't set: each profile inherits from
 * `default`, and a profile `a.b` from `a`. Source: aws-vault's `populateFromConfigFile`, and `Section.GetKey` of the INI
 * library it uses.
 */
function inheritedByOthers(sections: readonly Section[]): ReadonlySet<string> {
  const given = new Map<string, ReadonlySet<string>>()
  for (const one of sections) {
    const keys = keysOf(one)
    // The region doesn't affect who assumes which role.
    keys.delete('region')
    if (keys.has('role_arn')) given.set(one.name, keys)
  }
  const misread = new Set<string>()
  for (const child of sections) {
    const own = keysOf(child)
    for (const parent of parentsOf(child.name)) {
      if ([...(given.get(parent) ?? [])].some(key => !own.has(key))) misread.add(parent)
    }
  }
  return misread
}

function parentsOf(name: string): readonly string[] {
  const parts = name.split('.')
  const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
  return name === 'default' ? parents : ['default', ...parents]
}

function keysOf({ pairs }: Section): Set<string> {
  return new Set(pairs.flatMap(([key, value]) => (value === undefined ? [] : [key])))
}

/**
 * Whether the AWS CLI reads the name back unchanged. It strips spaces around a value, so no base account can be named with
 * them.
 */
function isReadBack(name: string): boolean {
  return name === name.trim() && name !== ''
}

/**
 * Whether aws-vault misreads the value: it takes `#` and `;` for a comment, removes quotes, and takes a trailing backslash
 * for a continued line.
 */
function isMisreadByVault(value: string): boolean {
  return /[#;]|^["'`]|\\$/.test(value)
}

/** Whether the name only has characters from the SDKs' grammar of names. */
function isPlain(name: string): boolean {
  return /^[\w/.%@:+-]+$/.test(name)
}

/** Whether a name needs quotes. The AWS CLI splits a header like a shell. */
function needsQuotes(name: string): boolean {
  return /[\s'"`\\#;]/.test(name)
}

/** Returns a section's text. The AWS CLI knows `default` by its bare name. */
function sectionText({ name, pairs }: Section): string {
  const header = name === 'default' ? '[default]' : `[profile ${needsQuotes(name) ? quote(name) : name}]`
  return textOf(header, pairs)
}

function sessionText({ name, url, region }: Session): string {
  return textOf(`[sso-session ${name}]`, [
    ...legacyPortal(url, region),
    // The AWS CLI needs this to renew a sign-in. Source: AWS CLI user guide, “Configuring IAM Identity Center
    // authentication”.
    ['sso_registration_scopes', asOneLine('sso:account:access')],
  ])
}

function textOf(header: string, pairs: readonly Pair[]): string {
  const lines = pairs.flatMap(([key, value]) =>
    value === undefined ? [] : [joined(asOneLine(`${key} =`), asSpace, value)],
  )
  return `${[header, ...lines].join('\n')}\n`
}

const asSpace = ' ' as Line
