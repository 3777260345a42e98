import type { Partition } from '../../aws/partitions'
import type { OneLine } from '../../lib/one-line'
import type { ExportedKey } from './aws-keys'

/** One INI section, checked: every value is within AWS's limits. Keys that weren't written are absent. */
export interface Profile {
  /**
   * The section's name, without the word `profile`. May contain any characters, and is shown as it is. Unique: see
   * `nameApart`.
   */
  readonly name: OneLine
  /** The section's name, if others have it too. */
  readonly written?: OneLine
  /** 1-based line of the section's header: in the personal text if it is there, else in the team's. */
  readonly line: number
  /** Absent if it is only in the personal text. */
  readonly origin?: Origin
  /** 12 digits, or an account alias. Absent if the section names no account, as in `[default]`. */
  readonly account?: OneLine
  /** The account's alias, if `account` is 12 digits (`aws_account_alias`). */
  readonly accountAlias?: OneLine
  /** The partition in `role_arn`. Absent if the profile was written with `aws_account_id`. */
  readonly partition?: Partition
  /** Role name with its path, without a leading slash. */
  readonly roleName?: OneLine
  /** Name of the base account's profile (`source_profile`). It may not exist, or be this profile. */
  readonly sourceProfile?: OneLine
  /** Six lowercase hex digits, without `#`. */
  readonly color?: OneLine
  /** Region to land in after the switch. */
  readonly region?: OneLine
  /** An `https:` or `data:image/…` URL. */
  readonly image?: OneLine
  /** On a base account: the default role name of its target roles (`target_role_name`). */
  readonly targetRoleName?: OneLine
  /**
   * What its own list makes of it, if a lower-priority list could make something else of it: a role to switch to, even if
   * the other names it as a base account; a portal role, even if the other has a role for its account; or no role, because
   * one of its lines is wrong.
   */
  readonly kind?: 'role' | 'portal' | 'nothing'
  /** On a base account: the default region of its target roles (`target_region`). */
  readonly targetRegion?: OneLine
  readonly group?: OneLine
  readonly description?: OneLine
  /** Regions that the role is often opened in (`regions`), each once. */
  readonly regions?: readonly OneLine[]
  /** Patterns of console pages that the role is for (`match`), as `pagePatterns` reads them. */
  readonly match?: readonly OneLine[]
  /** Whether the user must confirm a switch to it (`confirm`); with `name`, by typing its name. */
  readonly confirm?: boolean | 'name'
  /** Whether a switch to it asks for a reason, for the user's log (`reason`). */
  readonly reason?: boolean
  /** The profile to open in its place (`reader`): a role of the account that may only read. */
  readonly reader?: OneLine
  /** Where to ask for access (`request_url`), with placeholders: see `requestUrlFault`. */
  readonly requestUrl?: OneLine
  /** Whether the team's settings say that roles of its group open read-only first. */
  readonly readFirst?: true
  /** Whether to open it in a Firefox container of its own (`container`). */
  readonly container?: boolean
  /** How long a session of the role lasts, in seconds (`duration_seconds`). */
  readonly duration?: number
  /** Keys that only the AWS CLI, the SDKs and aws-vault read, for the export to their file. */
  readonly aws?: Readonly<Partial<Record<ExportedKey, OneLine>>>
  /** Whether a command provides the credentials (`credential_process`). The command itself isn't kept. */
  readonly command?: true
  /** The account and role that a portal role signs in to. Such a profile may have no `account` of its own. */
  readonly portal?: Portal
}

/** `team`: only the team's text has it. `both`: the team's and the personal text each say something about it. */
export type Origin = 'team' | 'both'

/** The Identity Center account and permission set in `sso_account_id` and `sso_role_name`. */
interface Portal {
  /** 12 digits. */
  readonly account: OneLine
  /** The permission set's name. */
  readonly roleName: OneLine
  /** The portal's address, or several of one instance, in the form that `portalAddresses` reads; absent if there is none. */
  readonly url?: OneLine
  /** The `[sso-session …]` that names the portal. */
  readonly session?: OneLine
  /** The instance's region (`sso_region`), as written. */
  readonly region?: OneLine
}
