import { isTooLongToSwitch } from '../console/role-name'
import { isAccountId } from './account-id'
import type { Problem } from './diagnostic'
import {
  type Checked,
  checkAccount,
  checkAlias,
  checkColor,
  checkDuration,
  checkImage,
  checkPattern,
  checkRegion,
  checkRoleArn,
  checkRoleName,
  checkYesOrNo,
  isRoleName,
  longestImage,
} from './limits'
import { longestLine, type OneLine } from './one-line'
import type { Section } from './section'

/** Checks a value and puts it into the section, or says what is wrong with it. */
type ReadKey = (value: OneLine, section: Section) => Problem | undefined

export interface Key {
  readonly name: string
  readonly read: ReadKey
  /** How long a value may be. */
  readonly longest: number
  /** Whether a profile without it would be another one: then it is left out if the value can't be read. */
  readonly essential: boolean
  /** Where the section keeps the place of a value that names another profile. */
  readonly span?: 'sourceSpan' | 'includeSpan' | 'sessionSpan' | 'portalSpan'
}

type TextField = 'accountAlias' | 'color' | 'region' | 'image' | 'targetRoleName' | 'targetRegion'

const readers: Readonly<Record<string, ReadKey>> = {
  aws_account_id: readAccount,
  role_name: readRoleName,
  role_arn: readRoleArn,
  source_profile: readSource,
  color: text('color', checkColor),
  region: text('region', checkRegion),
  image: text('image', checkImage),
  group: free('group'),
  description: free('description'),
  confirm: yesOrNo('confirm'),
  container: yesOrNo('container'),
  regions: readRegions,
  match: readMatch,
  duration_seconds: readDuration,
  aws_account_alias: text('accountAlias', checkAlias),
  target_role_name: readTargetRoleName,
  target_region: text('targetRegion', checkRegion),
  include_profile: readInclude,
  parent_profile: readInclude,
  sso_account_id: readSsoAccount,
  sso_role_name: readSsoRoleName,
  sso_session: readSsoSession,
  sso_start_url: readSsoStartUrl,
  sso_region: readSsoRegion,
}

const essential = ['aws_account_id', 'role_name', 'role_arn']

const spans: Readonly<Record<string, Key['span']>> = {
  source_profile: 'sourceSpan',
  include_profile: 'includeSpan',
  parent_profile: 'includeSpan',
  sso_session: 'sessionSpan',
  sso_start_url: 'portalSpan',
}

/** The keys that Rolecall reads, by name, most wanted first: the order in which suggestions are tried. */
export const keys: ReadonlyMap<string, Key> = new Map(
  Object.entries(readers).map(([name, read]) => {
    const span = spans[name]
    const longest = name === 'image' ? longestImage : longestLine
    return [name, { name, read, longest, essential: essential.includes(name), ...(span && { span }) }]
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
]

/** Whether a key says where a profile leads, or who says it for it. */
export function isDestinationKey(key: string | undefined): boolean {
  return key !== undefined && destinationKeys.includes(key)
}

function text(field: TextField, check: (value: OneLine) => Checked): ReadKey {
  return (value, { profile }) => {
    const checked = check(value)
    if (typeof checked !== 'string') return checked
    profile[field] = checked
    return undefined
  }
}

function readTargetRoleName(value: OneLine, section: Section): Problem | undefined {
  return text('targetRoleName', checkRoleName)(value, section) ?? longRoleName(section.profile.targetRoleName)
}

function free(field: 'group' | 'description'): ReadKey {
  return (value, { profile }) => {
    profile[field] = value
    return undefined
  }
}

function readAccount(value: string, { profile }: Section): Problem | undefined {
  const account = checkAccount(value)
  if (typeof account !== 'string') return account
  if (profile.account !== undefined && profile.account !== account) {
    return conflict('conflictingAccount', profile.account, account)
  }
  profile.account = account
  return undefined
}

function readRoleName(value: string, { profile }: Section): Problem | undefined {
  const roleName = checkRoleName(value)
  if (typeof roleName !== 'string') return roleName
  if (profile.roleName !== undefined && profile.roleName !== roleName) {
    return conflict('conflictingRoleName', profile.roleName, roleName)
  }
  profile.roleName = roleName
  return longRoleName(roleName)
}

function readRoleArn(value: string, { profile }: Section): Problem | undefined {
  const role = checkRoleArn(value)
  if ('kind' in role) return role
  if (profile.account !== undefined && profile.account !== role.account) {
    return conflict('conflictingAccount', role.account, profile.account)
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
function longRoleName(roleName: string | undefined): Problem | undefined {
  return roleName !== undefined && isTooLongToSwitch(roleName)
    ? { severity: 'warning', kind: 'longRoleName', values: [roleName] }
    : undefined
}

function readSource(value: OneLine, { profile }: Section): undefined {
  profile.sourceProfile = value
}

function yesOrNo(field: 'confirm' | 'container'): ReadKey {
  return (value, { profile }) => {
    const checked = checkYesOrNo(value)
    if (typeof checked !== 'boolean') return checked
    profile[field] = checked
    return undefined
  }
}

function readRegions(value: string, { profile }: Section): Problem | undefined {
  return readList(value, checkRegion, regions => {
    profile.regions = regions
  })
}

function readMatch(value: string, { profile }: Section): Problem | undefined {
  return readList(value, checkPattern, patterns => {
    profile.match = patterns
  })
}

/** A key of `~/.aws/config`, which tells there how long the CLI asks for: the role allows the console as much. */
function readDuration(value: string, section: Section): Problem | undefined {
  section.hasAwsKeys = true
  const checked = checkDuration(value)
  if (typeof checked !== 'number') return checked
  section.profile.duration = checked
  return undefined
}

/** Values between blanks or commas, each once. Where one of them is wrong, the others count. */
function readList(
  value: string,
  check: (value: string) => Checked,
  keep: (values: readonly OneLine[]) => void,
): Problem | undefined {
  const checked = [...new Set(value.split(/[\s,]+/).filter(Boolean))].map(check)
  const right = checked.filter(one => typeof one === 'string')
  if (right.length > 0) keep(right)
  const wrong = checked.find(one => typeof one !== 'string')
  // The mark is on the whole list, of which the suggestion is for a part.
  return wrong && { severity: wrong.severity, kind: wrong.kind, values: wrong.values }
}

function readInclude(value: OneLine, section: Section): undefined {
  section.include = value
}

function readSsoAccount(value: OneLine, section: Section): undefined {
  section.hasAwsKeys = true
  if (isAccountId(value)) section.ssoAccount = value
  else section.misread = true
}

function readSsoRoleName(value: OneLine, section: Section): undefined {
  section.hasAwsKeys = true
  if (isRoleName(value)) section.ssoRoleName = value
  else section.misread = true
}

function readSsoSession(value: OneLine, section: Section): undefined {
  section.hasAwsKeys = true
  section.ssoSession = value
}

/** Checked at the section's end, together with `sso_region`: see `checkPortal`. */
function readSsoStartUrl(value: OneLine, section: Section): undefined {
  section.hasAwsKeys = true
  section.ssoStartUrl = value
}

function readSsoRegion(value: OneLine, section: Section): undefined {
  section.hasAwsKeys = true
  section.ssoRegion = value
}

function conflict(kind: 'conflictingAccount' | 'conflictingRoleName', ofArn: string, ofKey: string): Problem {
  return { severity: 'error', kind, values: [ofArn, ofKey] }
}
