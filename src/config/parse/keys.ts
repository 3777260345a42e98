import { isAccountId } from '../../aws/account-id'
import { isTooLongToSwitch } from '../../aws/role-name'
import { longestLine, type OneLine } from '../../lib/one-line'
import {
  checkAccount,
  checkAccountId,
  checkAlias,
  checkColor,
  checkDuration,
  checkImage,
  checkList,
  checkPattern,
  checkPermissionSet,
  checkRegion,
  checkRoleArn,
  checkRoleName,
  checkYesOrNo,
  longestImage,
  type RoleArn,
} from './aws-values'
import type { Problem } from './diagnostic'
import type { Section } from './section'
import { type SsoProcess, ssoProcess } from './sso-process'

declare const isRead: unique symbol

/**
 * Checks a value and puts it into the section, or says what is wrong with it. It comes from `reader` alone: so no key can refuse
 * a value without a word.
 */
type ReadKey = ((value: OneLine, section: Section) => Problem | undefined) & { readonly [isRead]: true }

export interface Key {
  readonly name: string
  readonly read: ReadKey
  /** How long a value may be. */
  readonly longest: number
  /** Whether a profile without it would be another one: then it is left out if the value can't be read. */
  readonly essential: boolean
  /** Where the section keeps the place of a value that names another profile. */
  readonly span?: 'sourceSpan' | 'includeSpan' | 'sessionSpan' | 'portalSpan'
  /** Whether its value is people's own words or a name, in which a `#` or `;` may be meant. */
  readonly isText: boolean
  /** Whether it is another tool's word, for what a key of AWS's says: that one counts more, and this one is never suggested. */
  readonly isForeign: boolean
}

type TextField = 'accountAlias' | 'color' | 'region' | 'image' | 'targetRegion'
type SsoField = 'ssoAccount' | 'ssoRoleName' | 'ssoSession' | 'ssoStartUrl' | 'ssoRegion'

const readers: Readonly<Record<string, ReadKey>> = {
  aws_account_id: reader(checkAccount, keepAccount),
  role_name: reader(checkRoleName, keepRoleName),
  role_arn: reader(checkRoleArn, keepRoleArn),
  source_profile: reader(anything, (name, { profile }) => {
    profile.sourceProfile = name
  }),
  color: reader(checkColor, text('color')),
  region: reader(checkRegion, text('region')),
  image: reader(checkImage, text('image')),
  group: reader(anything, (group, { profile }) => {
    profile.group = group
  }),
  description: reader(anything, (description, { profile }) => {
    profile.description = description
  }),
  confirm: reader(checkYesOrNo, (confirm, { profile }) => {
    profile.confirm = confirm
  }),
  container: reader(checkYesOrNo, (container, { profile }) => {
    profile.container = container
  }),
  regions: reader(
    value => checkList(value, checkRegion),
    ({ right, wrong }, { profile }) => {
      if (right.length > 0) profile.regions = right
      return wrong
    },
  ),
  match: reader(
    value => checkList(value, checkPattern),
    ({ right, wrong }, { profile }) => {
      if (right.length > 0) profile.match = right
      return wrong
    },
  ),
  // A key of `~/.aws/config`, which tells there how long the CLI asks for: the role allows the console as much.
  duration_seconds: ofAws(
    reader(checkDuration, (seconds, { profile }) => {
      profile.duration = seconds
    }),
  ),
  aws_account_alias: reader(checkAlias, text('accountAlias')),
  target_role_name: reader(checkRoleName, (name, { profile }) => {
    profile.targetRoleName = name
    return longRoleName(name)
  }),
  target_region: reader(checkRegion, text('targetRegion')),
  include_profile: reader(anything, keepInclude),
  parent_profile: reader(anything, keepInclude),
  sso_account_id: ofAws(reader(checkAccountId, sso('ssoAccount'))),
  sso_role_name: ofAws(reader(checkPermissionSet, sso('ssoRoleName'))),
  sso_session: ofAws(reader(anything, sso('ssoSession'))),
  // The address is checked at the section's end, together with `sso_region`: see `checkPortal`.
  sso_start_url: ofAws(reader(anything, sso('ssoStartUrl'))),
  sso_region: ofAws(reader(anything, sso('ssoRegion'))),
  // Source: Granted, pkg/cfaws/granted_config.go.
  granted_sso_account_id: ofAws(reader(checkAccountId, ssoIfOpen('ssoAccount'))),
  granted_sso_role_name: ofAws(reader(checkPermissionSet, ssoIfOpen('ssoRoleName'))),
  granted_sso_start_url: ofAws(reader(anything, ssoIfOpen('ssoStartUrl'))),
  granted_sso_region: ofAws(reader(anything, ssoIfOpen('ssoRegion'))),
  credential_process: ofAws(reader(ssoProcess, keepProcess)),
}

const essential = [
  'aws_account_id',
  'role_name',
  'role_arn',
  'sso_account_id',
  'sso_role_name',
  'granted_sso_account_id',
  'granted_sso_role_name',
]

const texts = [
  'source_profile',
  'include_profile',
  'parent_profile',
  'sso_session',
  'group',
  'description',
  'image',
  'match',
]

const spans: Readonly<Record<string, Key['span']>> = {
  source_profile: 'sourceSpan',
  include_profile: 'includeSpan',
  parent_profile: 'includeSpan',
  sso_session: 'sessionSpan',
  sso_start_url: 'portalSpan',
  granted_sso_start_url: 'portalSpan',
  credential_process: 'sessionSpan',
}

/** The keys that Rolecall reads, by name, most wanted first: the order in which suggestions are tried. */
export const keys: ReadonlyMap<string, Key> = new Map(
  Object.entries(readers).map(([name, read]) => {
    const span = spans[name]
    const key: Key = {
      name,
      read,
      longest: name === 'image' ? longestImage : longestLine,
      essential: essential.includes(name),
      isText: texts.includes(name),
      isForeign: /^granted_|^credential_process$/.test(name),
      ...(span && { span }),
    }
    return [name, key]
  }),
)

/** The keys that say where a profile leads, or who says it for them. */
const destinationKeys: readonly string[] = [
  'aws_account_id',
  'role_name',
  'role_arn',
  'source_profile',
  'target_role_name',
  'include_profile',
  'parent_profile',
  'sso_account_id',
  'sso_role_name',
  'sso_session',
  'sso_start_url',
  'sso_region',
  'granted_sso_account_id',
  'granted_sso_role_name',
  'granted_sso_start_url',
  'granted_sso_region',
]

/** Whether a key says where a profile leads, or who says it for it. */
export function isDestinationKey(key: string | undefined): boolean {
  return key !== undefined && destinationKeys.includes(key)
}

/**
 * A key whose value `check` gives in the form that `keep` takes, or refuses. What is refused is told: `keep` sees accepted
 * values only, and may still say that one doesn't agree with others.
 */
function reader<Value>(
  check: (value: OneLine) => Value | Problem,
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to say.
  keep: (value: Value, section: Section) => Problem | undefined | void,
): ReadKey {
  const read = (value: OneLine, section: Section) => {
    const checked = check(value)
    return isProblem(checked) ? checked : (keep(checked, section) ?? undefined)
  }
  return read as ReadKey
}

/** The same key, which tells that a section is one of `~/.aws/config`. */
function ofAws(read: ReadKey): ReadKey {
  const readAws = (value: OneLine, section: Section) => {
    section.hasAwsKeys = true
    return read(value, section)
  }
  return readAws as ReadKey
}

function isProblem(checked: unknown): checked is Problem {
  return typeof checked === 'object' && checked !== null && 'severity' in checked
}

function anything(value: OneLine): OneLine {
  return value
}

function text(field: TextField) {
  return (value: OneLine, { profile }: Section): void => {
    profile[field] = value
  }
}

function sso(field: SsoField) {
  return (value: OneLine, section: Section): void => {
    section[field] = value
  }
}

function ssoIfOpen(field: SsoField) {
  return (value: OneLine, section: Section): void => {
    section[field] ??= value
  }
}

function keepInclude(name: OneLine, section: Section): void {
  section.include = name
}

/** Beside the account's id in `role_arn`, an alias is the account's other name. */
function keepAccount(account: OneLine, { profile }: Section): Problem | undefined {
  if (profile.account === undefined || profile.account === account) profile.account = account
  else if (isAccountId(account)) return conflict('conflictingAccount', profile.account, account)
  else profile.accountAlias ??= account
  return undefined
}

function keepRoleName(roleName: OneLine, { profile }: Section): Problem | undefined {
  if (profile.roleName !== undefined && profile.roleName !== roleName) {
    return conflict('conflictingRoleName', profile.roleName, roleName)
  }
  profile.roleName = roleName
  return longRoleName(roleName)
}

function keepRoleArn(role: RoleArn, { profile }: Section): Problem | undefined {
  if (profile.account !== undefined && profile.account !== role.account) {
    if (isAccountId(profile.account)) return conflict('conflictingAccount', role.account, profile.account)
    profile.accountAlias ??= profile.account
  }
  if (profile.roleName !== undefined && profile.roleName !== role.roleName) {
    return conflict('conflictingRoleName', role.roleName, profile.roleName)
  }
  profile.account = role.account
  profile.roleName = role.roleName
  profile.partition = role.partition
  return longRoleName(role.roleName)
}

/** The profile works all the same: the AWS CLI takes longer names than the console does. */
function longRoleName(roleName: string): Problem | undefined {
  return isTooLongToSwitch(roleName)
    ? { severity: 'warning', kind: 'longRoleName', values: [roleName] }
    : undefined
}

/** Where the portal is, aws-sso keeps in its own file, by the name that a `[sso-session …]` can have here. */
function keepProcess(process: SsoProcess | undefined, section: Section): void {
  if (!process) {
    section.profile.command = true
    return
  }
  section.ssoAccount ??= process.account
  section.ssoRoleName ??= process.roleName
  section.ssoSession ??= process.session
}

function conflict(kind: 'conflictingAccount' | 'conflictingRoleName', ofArn: string, ofKey: string): Problem {
  return { severity: 'error', kind, values: [ofArn, ofKey] }
}
