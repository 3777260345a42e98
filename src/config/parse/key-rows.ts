import { isAccountId } from '../../aws/account-id'
import { isTooLongToSwitch } from '../../aws/role-name'
import type { ValueKind } from '../../lib/look-alikes'
import { asOneLine, type OneLine } from '../../lib/one-line'
import {
  type Checked,
  checkAccount,
  checkAccountId,
  checkAlias,
  checkColor,
  checkConfirm,
  checkDuration,
  checkImage,
  checkList,
  checkPattern,
  checkPermissionSet,
  checkRegion,
  checkRequestUrl,
  checkRoleArn,
  checkRoleName,
  checkYesOrNo,
  maxImageTextLength,
  type RoleArn,
} from './aws-values'
import type { Diagnosis } from './diagnostic'
import type { Profile } from './profile'
import type { Section } from './section'
import { type SsoProcess, ssoProcess } from './sso-process'

declare const isRead: unique symbol

/**
 * Checks a value and stores it in the section, or returns the diagnosis. Only `reader` creates it, so that no key can reject a
 * value silently.
 */
export type ReadKey = ((value: OneLine, section: Section) => Diagnosis | undefined) & {
  readonly [isRead]: true
}

type SsoField = 'ssoAccount' | 'ssoRoleName' | 'ssoSession' | 'ssoStartUrl' | 'ssoRegion'

/** Everything there is to say about a key. All other code that handles keys derives it from here. */
export interface KeyRow {
  readonly read: ReadKey
  /** What its value may contain. Nothing else is intended there, whatever it looks like. */
  readonly holds: ValueKind
  /** The profile field that it fills, if it fills exactly one. */
  readonly field?: keyof Profile
  /** The section field, if the profile has none for it. */
  readonly sectionField?: 'include' | SsoField
  /** The maximum length of a value, if that may be longer than a line. */
  readonly longest?: number
  /** Whether it says where a profile leads, or which profile says so. */
  readonly leads?: true
  /** Whether the profile would be a different one without it, and so is left out if the value can't be read. */
  readonly essential?: true
  /** The section field for the position of a value that names another profile. */
  readonly span?: 'sourceSpan' | 'includeSpan' | 'readerSpan' | 'sessionSpan' | 'portalSpan'
  /** Whether its value is free text or a name, in which a `#` or `;` may be intended. */
  readonly isText?: true
  /** Whether it is a key of `~/.aws/config`, and shows that the section comes from that file. */
  readonly isOfAws?: true
  /** Whether it is another tool's name for an AWS key, which takes precedence over it. Never suggested. */
  readonly isForeign?: true
  /** Whether a profile inherits its field from the one in its `include_profile`. */
  readonly inherits?: true
  /** Whether it only makes sense if the profile leads to an account. */
  readonly needsAccount?: true
  /** Whether the role made from a profile has the field unchanged, unless it is `false`. */
  readonly onRole?: true
  /** Its position in the form of a role, and the prefix shown. */
  readonly form?: { readonly order: number; readonly prefix?: string }
  /** Where a completion gets its values: from the list or from AWS. */
  readonly names?: 'profile' | 'group' | 'role' | 'region'
  /** Its few values, for completions. */
  readonly values?: readonly OneLine[]
}

const include = {
  sectionField: 'include',
  read: reader(anything, keepInclude),
  holds: 'name',
  leads: true,
  span: 'includeSpan',
  isText: true,
  names: 'profile',
} as const

/** The keys that Rolecall reads, most wanted first. Suggestions are tried in this order. */
export const keyRows = {
  aws_account_id: {
    field: 'account',
    read: reader(checkAccount, keepAccount),
    holds: 'strict',
    leads: true,
    essential: true,
    form: { order: 2 },
  },
  role_name: {
    field: 'roleName',
    read: reader(checkRoleName, keepRoleName),
    holds: 'strict',
    leads: true,
    essential: true,
    needsAccount: true,
    form: { order: 3 },
    names: 'role',
  },
  role_arn: { read: reader(checkRoleArn, keepRoleArn), holds: 'strict', leads: true, essential: true },
  source_profile: {
    ...kept('sourceProfile', anything),
    holds: 'name',
    leads: true,
    span: 'sourceSpan',
    isText: true,
    form: { order: 1 },
    names: 'profile',
  },
  color: {
    ...kept('color', checkColor),
    holds: 'strict',
    inherits: true,
    needsAccount: true,
    onRole: true,
    form: { order: 4, prefix: '#' },
  },
  // A role has its own, or its base account's `target_region`: see `targetRoles`.
  region: {
    ...kept('region', checkRegion),
    holds: 'strict',
    inherits: true,
    form: { order: 5 },
    names: 'region',
  },
  image: {
    ...kept('image', checkImage),
    holds: 'address',
    longest: maxImageTextLength,
    isText: true,
    inherits: true,
    needsAccount: true,
    onRole: true,
  },
  group: {
    ...kept('group', anything),
    holds: 'text',
    isText: true,
    inherits: true,
    needsAccount: true,
    onRole: true,
    form: { order: 6 },
    names: 'group',
  },
  description: {
    ...kept('description', anything),
    holds: 'text',
    isText: true,
    inherits: true,
    needsAccount: true,
    onRole: true,
    form: { order: 7 },
  },
  reader: {
    ...kept('reader', anything),
    holds: 'name',
    span: 'readerSpan',
    isText: true,
    inherits: true,
    onRole: true,
    form: { order: 8 },
    names: 'profile',
  },
  confirm: {
    ...kept('confirm', checkConfirm),
    holds: 'strict',
    inherits: true,
    onRole: true,
    form: { order: 9 },
    values: values('true', 'name', 'false'),
  },
  reason: {
    ...kept('reason', checkYesOrNo),
    holds: 'strict',
    inherits: true,
    onRole: true,
    form: { order: 10 },
    values: values('true', 'false'),
  },
  request_url: {
    ...kept('requestUrl', checkRequestUrl),
    holds: 'address',
    isText: true,
    inherits: true,
    onRole: true,
    form: { order: 11 },
  },
  container: {
    ...kept('container', checkYesOrNo),
    holds: 'strict',
    inherits: true,
    onRole: true,
    values: values('true', 'false'),
  },
  regions: { ...keptList('regions', checkRegion), holds: 'strict', inherits: true, onRole: true },
  match: {
    ...keptList('match', checkPattern),
    holds: 'address',
    isText: true,
    inherits: true,
    onRole: true,
  },
  // In `~/.aws/config` it is the duration that the CLI requests; the role allows the console as much.
  duration_seconds: {
    ...kept('duration', checkDuration),
    holds: 'strict',
    isOfAws: true,
    inherits: true,
    onRole: true,
  },
  aws_account_alias: {
    ...kept('accountAlias', checkAlias),
    holds: 'strict',
    needsAccount: true,
    onRole: true,
  },
  target_role_name: {
    field: 'targetRoleName',
    read: reader(checkRoleName, (name, { profile }) => {
      profile.targetRoleName = name
      return longRoleName(name)
    }),
    holds: 'strict',
    leads: true,
    needsAccount: true,
    names: 'role',
  },
  target_region: {
    ...kept('targetRegion', checkRegion),
    holds: 'strict',
    inherits: true,
    needsAccount: true,
    names: 'region',
  },
  include_profile: include,
  // aws-vault's older name for it.
  parent_profile: include,
  sso_account_id: {
    ...sso('ssoAccount', checkAccountId),
    holds: 'strict',
    leads: true,
    essential: true,
  },
  sso_role_name: {
    ...sso('ssoRoleName', checkPermissionSet),
    holds: 'strict',
    leads: true,
    essential: true,
  },
  sso_session: {
    ...sso('ssoSession', anything),
    holds: 'name',
    leads: true,
    span: 'sessionSpan',
    isText: true,
  },
  // The address is checked together with `sso_region` at the end of the section: see `checkPortal`.
  sso_start_url: { ...sso('ssoStartUrl', anything), holds: 'address', leads: true, span: 'portalSpan' },
  sso_region: { ...sso('ssoRegion', anything), holds: 'strict', leads: true },
  // Source: Granted, pkg/cfaws/granted_config.go.
  granted_sso_account_id: {
    ...ssoIfOpen('ssoAccount', checkAccountId),
    holds: 'strict',
    leads: true,
    essential: true,
  },
  granted_sso_role_name: {
    ...ssoIfOpen('ssoRoleName', checkPermissionSet),
    holds: 'strict',
    leads: true,
    essential: true,
  },
  granted_sso_start_url: {
    ...ssoIfOpen('ssoStartUrl', anything),
    holds: 'address',
    leads: true,
    span: 'portalSpan',
  },
  granted_sso_region: { ...ssoIfOpen('ssoRegion', anything), holds: 'strict', leads: true },
  credential_process: {
    read: reader(ssoProcess, keepProcess),
    holds: 'address',
    span: 'sessionSpan',
    isOfAws: true,
    isForeign: true,
  },
} as const satisfies Readonly<Record<string, KeyRow>>

/** A key that stores the result of `check` in a field of the profile. */
function kept<Field extends keyof Profile>(
  field: Field,
  check: (value: OneLine) => NonNullable<Profile[Field]> | Diagnosis,
): { readonly field: Field; readonly read: ReadKey } {
  const keep = (value: NonNullable<Profile[Field]>, { profile }: Section): void => {
    const own: { -readonly [Name in keyof Profile]: Profile[Name] } = profile
    own[field] = value
  }
  return { field, read: reader(check, keep) }
}

/** A key that stores several values in a field of the profile, without the invalid ones. */
function keptList<Field extends 'regions' | 'match'>(field: Field, check: (value: string) => Checked) {
  const read = reader(
    value => checkList(value, check),
    ({ right, wrong }, { profile }) => {
      if (right.length > 0) profile[field] = right
      return wrong
    },
  )
  return { field, read }
}

/**
 * A key whose value `check` converts for `keep`, or rejects. Rejections are reported: `keep` only gets accepted values, but
 * may still report a conflict with others.
 */
function reader<Value>(
  check: (value: OneLine) => Value | Diagnosis,
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to say.
  keep: (value: Value, section: Section) => Diagnosis | undefined | void,
): ReadKey {
  const read = (value: OneLine, section: Section) => {
    const checked = check(value)
    return isDiagnosis(checked) ? checked : (keep(checked, section) ?? undefined)
  }
  return read as ReadKey
}

function isDiagnosis(checked: unknown): checked is Diagnosis {
  return typeof checked === 'object' && checked !== null && 'severity' in checked
}

function values(...texts: readonly string[]): readonly OneLine[] {
  return texts.map(asOneLine)
}

function anything(value: OneLine): OneLine {
  return value
}

/** An AWS key for a portal role. */
function sso<Field extends SsoField>(field: Field, check: (value: OneLine) => Checked) {
  const keep = (value: OneLine, section: Section): void => {
    section[field] = value
  }
  return { sectionField: field, read: reader(check, keep), isOfAws: true } as const
}

/** Another tool's name for such a key. */
function ssoIfOpen<Field extends SsoField>(field: Field, check: (value: OneLine) => Checked) {
  const keep = (value: OneLine, section: Section): void => {
    section[field] ??= value
  }
  return { sectionField: field, read: reader(check, keep), isOfAws: true, isForeign: true } as const
}

function keepInclude(name: OneLine, section: Section): void {
  section.include = name
}

/** If `role_arn` has the account's id, an alias is the account's other name. */
function keepAccount(account: OneLine, { profile }: Section): Diagnosis | undefined {
  if (profile.account === undefined || profile.account === account) profile.account = account
  else if (isAccountId(account)) return conflict('conflictingAccount', profile.account, account)
  else profile.accountAlias ??= account
  return undefined
}

function keepRoleName(roleName: OneLine, { profile }: Section): Diagnosis | undefined {
  if (profile.roleName !== undefined && profile.roleName !== roleName) {
    return conflict('conflictingRoleName', profile.roleName, roleName)
  }
  profile.roleName = roleName
  return longRoleName(roleName)
}

function keepRoleArn(role: RoleArn, { profile }: Section): Diagnosis | undefined {
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

/** Only warns: the profile still works, because the AWS CLI accepts longer names than the console. */
function longRoleName(roleName: string): Diagnosis | undefined {
  return isTooLongToSwitch(roleName)
    ? { severity: 'warning', kind: 'longRoleName', values: [roleName] }
    : undefined
}

/** aws-sso keeps the portal's location in its own file, under a name that an `[sso-session …]` can have here. */
function keepProcess(process: SsoProcess | undefined, section: Section): void {
  if (!process) {
    section.profile.command = true
    return
  }
  section.ssoAccount ??= process.account
  section.ssoRoleName ??= process.roleName
  section.ssoSession ??= process.session
}

function conflict(
  kind: 'conflictingAccount' | 'conflictingRoleName',
  ofArn: string,
  ofKey: string,
): Diagnosis {
  return { severity: 'error', kind, values: [ofArn, ofKey] }
}
