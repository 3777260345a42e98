import type { Partition } from '../../aws/partitions'
import type { Origin } from '../parse/profile'

/** A target role: account and role name, and how to show it. What its profile doesn't say is absent. */
export interface Role {
  /** The profile's name. */
  readonly name: string
  /** Absent if only the user's own text has it. */
  readonly origin?: Origin
  /** 12 digits, or an account alias. */
  readonly account: string
  readonly accountAlias?: string
  /** Its own, or its base account's default, with its path, without a leading slash. */
  readonly roleName: string
  /** The partition in its ARN. */
  readonly partition?: Partition
  /** Six lowercase hex digits. */
  readonly color?: string
  /** The region to land in: its own, or its base account's default. */
  readonly region?: string
  readonly image?: string
  readonly group?: string
  readonly description?: string
  /** Regions that it is often opened in. */
  readonly regions?: readonly string[]
  /** Patterns of the console pages that it is for. */
  readonly match?: readonly string[]
  /** Whether the user must confirm a switch to it: by a second Enter, or by typing its name. */
  readonly confirm?: true | 'name'
  /** Whether a switch to it asks for a reason, if the user keeps a log. */
  readonly reason?: true
  /** The reason that the user gave, on the copy that is switched to. */
  readonly givenReason?: string
  /** The name of the profile to open in its place, which may only read. */
  readonly reader?: string
  /** Where to ask for access, with placeholders that `requestLink` fills in. */
  readonly requestUrl?: string
  /** Whether the team says that it opens read-only first, whether or not it names a reader. */
  readonly readFirst?: true
  /** Whether to open it in a Firefox container of its own, if the user's settings allow that. */
  readonly container?: true
  /** How long its session lasts, in seconds; absent if the profile doesn't say. */
  readonly duration?: number
  /**
   * The address of a portal role's portal, from `portalOf`. The user signs in to a portal role from anywhere, rather than
   * switching to it. Its role name is the permission set's.
   */
  readonly portal?: string
  /** Addresses of other portals of the same instance. */
  readonly otherPortals?: readonly string[]
  /** Index of its base account; absent if it has none that names an account, so that it is available everywhere. */
  readonly base?: number
}

/** A profile that isn't available, and why. */
export interface HiddenRole {
  readonly name: string
  readonly reason: HiddenReason
}

export type HiddenReason =
  /** Its base account, from the profile `base`, differs from the session's, as far as the page shows. */
  | {
      readonly kind: 'other-base'
      readonly base: string
      readonly account: string
      /** How the account resembles the session's. */
      readonly nearMiss?: NearMiss
    }
  /** Its base account matches, but requires signing in with another role or permission set. */
  | { readonly kind: 'other-signed-in-role'; readonly base: string; readonly roleName: string }
  /** It, or its base account from the profile `base`, belongs to another partition's console. */
  | { readonly kind: 'other-partition'; readonly partition: Partition; readonly base?: string }
  /** It requires a switch, and there is no session to switch from. */
  | { readonly kind: 'no-session' }
  /** “Only matching roles” is on, and the current role, `roleName`, has another name. */
  | { readonly kind: 'other-role-name'; readonly roleName: string }
  /** There are more switches between the portal role `portal` and it than one choice leads through; `base` is the last one. */
  | { readonly kind: 'too-many-switches'; readonly portal: string; readonly base: string }

export type NearMiss =
  /** The session has switched to it, but classic mode always switches with the credentials of the sign-in. */
  | { readonly kind: 'switched-to' }
  /**
   * The page shows only the alias of the session's account and the profile has only its id, or the reverse. Adding
   * `aws_account_alias` to the id would settle it. `account` is what the page shows.
   */
  | { readonly kind: 'maybe'; readonly account: string }
  /** The session's role was switched to from it, but in which session isn't known. */
  | { readonly kind: 'switched-from' }
