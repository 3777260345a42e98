import type { Partition } from '../../aws/partitions'
import type { OneLine } from '../../lib/one-line'
import type { ExportedKey } from './aws-keys'

/** One INI section, checked: every value here is within AWS's limits. Keys that were not written are absent. */
export interface Profile {
  /** The section's name, without the word `profile`. Any characters; shown as it is. No other profile has it: see `nameApart`. */
  readonly name: OneLine
  /** The section's name, if others have it too. */
  readonly written?: OneLine
  /** 1-based line of the section's header: in the personal text where that has it, else in the team's. */
  readonly line: number
  /** Absent where the personal text alone has it. */
  readonly origin?: Origin
  /** 12 digits, or an account alias. Absent where the section names no account, as in `[default]`. */
  readonly account?: OneLine
  /** The account's alias, beside an `account` of 12 digits (`aws_account_alias`). */
  readonly accountAlias?: OneLine
  /** The partition that `role_arn` names. Absent where the profile was written with `aws_account_id`. */
  readonly partition?: Partition
  /** Role name with its path, without a leading slash. */
  readonly roleName?: OneLine
  /** Name of the base account's profile (`source_profile`). It may not exist, or be this profile. */
  readonly sourceProfile?: OneLine
  /** Six lower-case hex digits, without `#`. */
  readonly color?: OneLine
  /** Region to land in after the switch. */
  readonly region?: OneLine
  /** An `https:` or `data:image/…` URL. */
  readonly image?: OneLine
  /** On a base account: the role name of target roles that name none (`target_role_name`). */
  readonly targetRoleName?: OneLine
  /**
   * What its own list makes of it, if one that counts less could make something else of it: a role to switch to, also if the
   * other names it as a base account; a portal role, also if the other has a role for its account; or no role, because a
   * line of it is wrong.
   */
  readonly kind?: 'role' | 'portal' | 'nothing'
  /** On a base account: the region of target roles that name none (`target_region`). */
  readonly targetRegion?: OneLine
  readonly group?: OneLine
  readonly description?: OneLine
  /** Regions that the role is often opened in (`regions`), each once. */
  readonly regions?: readonly OneLine[]
  /** Patterns of console pages that the role is for (`match`), as `pagePatterns` reads them. */
  readonly match?: readonly OneLine[]
  /** Whether a switch to it is to be confirmed (`confirm`). */
  readonly confirm?: boolean
  /** Whether it is opened in a Firefox container of its own (`container`). */
  readonly container?: boolean
  /** How long a session of the role lasts, in seconds (`duration_seconds`). */
  readonly duration?: number
  /** What only the AWS CLI, the SDKs and aws-vault read of it, for the export to their file. */
  readonly aws?: Readonly<Partial<Record<ExportedKey, OneLine>>>
  /** Whether a command gives the credentials (`credential_process`), which nothing here keeps. */
  readonly command?: true
  /** What a portal role signs in to; a profile may be one and have no `account` of its own. */
  readonly portal?: Portal
}

/** `team`: it is the team's. `both`: the team's and the personal text both say something of it. */
export type Origin = 'team' | 'both'

/** The Identity Center account and permission set that `sso_account_id` and `sso_role_name` name. */
interface Portal {
  /** 12 digits. */
  readonly account: OneLine
  /** The permission set's name. */
  readonly roleName: OneLine
  /** The portal's address, or several of one instance, as `portalAddresses` reads them; absent if none is named. */
  readonly url?: OneLine
  /** The `[sso-session …]` that names the portal. */
  readonly session?: OneLine
  /** Where the instance is (`sso_region`), as it is written. */
  readonly region?: OneLine
}
