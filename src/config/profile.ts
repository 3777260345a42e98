import type { Partition } from '../console/partitions'

/** One INI section, checked: every value here is within AWS's limits. Keys that were not written are absent. */
export interface Profile {
  /** The section's name, without the word `profile`. Any characters; shown as it is. */
  readonly name: string
  /** 1-based line of the section's header: in the personal text where that has it, else in the team's. */
  readonly line: number
  /** Absent where the personal text alone has it. */
  readonly origin?: Origin
  /** 12 digits, or an account alias. Absent where the section names no account, as in `[default]`. */
  readonly account?: string
  /** The account's alias, beside an `account` of 12 digits (`aws_account_alias`). */
  readonly accountAlias?: string
  /** The partition that `role_arn` names. Absent where the profile was written with `aws_account_id`. */
  readonly partition?: Partition
  /** Role name with its path, without a leading slash. */
  readonly roleName?: string
  /** Name of the base account's profile (`source_profile`). It may not exist, or be this profile. */
  readonly sourceProfile?: string
  /** Six lower-case hex digits, without `#`. */
  readonly color?: string
  /** Region to land in after the switch. */
  readonly region?: string
  /** An `https:` or `data:image/…` URL. */
  readonly image?: string
  /** On a base account: the role name of target roles that name none (`target_role_name`). */
  readonly targetRoleName?: string
  /**
   * What its own list makes of it, if one that counts less could make something else of it: a role to switch to, also if the
   * other names it as a base account; a portal role, also if the other has a role for its account; or no role, because a
   * line of it is wrong.
   */
  readonly kind?: 'role' | 'portal' | 'nothing'
  /** On a base account: the region of target roles that name none (`target_region`). */
  readonly targetRegion?: string
  readonly group?: string
  readonly description?: string
  /** Regions that the role is often opened in (`regions`), each once. */
  readonly regions?: readonly string[]
  /** Patterns of console pages that the role is for (`match`), as `pagePatterns` reads them. */
  readonly match?: readonly string[]
  /** Whether a switch to it is to be confirmed (`confirm`). */
  readonly confirm?: boolean
  /** Whether it is opened in a Firefox container of its own (`container`). */
  readonly container?: boolean
  /** How long a session of the role lasts, in seconds (`duration_seconds`). */
  readonly duration?: number
  /** What a portal role signs in to; a profile may be one and have no `account` of its own. */
  readonly portal?: Portal
}

/** `team`: it is the team's. `both`: the team's and the personal text both say something of it. */
export type Origin = 'team' | 'both'

/** The Identity Center account and permission set that `sso_account_id` and `sso_role_name` name. */
interface Portal {
  /** 12 digits. */
  readonly account: string
  /** The permission set's name. */
  readonly roleName: string
  /** The portal's address, as `portalAt` gives it; absent where none is named. */
  readonly url?: string
}
