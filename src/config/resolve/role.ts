import type { Partition } from '../../aws/partitions'
import type { Origin } from '../parse/profile'

/** A target role: account and role name, and how to show it. What its profile doesn't say is absent. */
export interface Role {
  /** The profile's name. */
  readonly name: string
  /** Absent where the user's own text alone has it. */
  readonly origin?: Origin
  /** 12 digits, or an account alias. */
  readonly account: string
  readonly accountAlias?: string
  /** Its own, or the one that its base account says for all: with its path, without a leading slash. */
  readonly roleName: string
  /** The partition that its ARN names. */
  readonly partition?: Partition
  /** Six lower-case hex digits. */
  readonly color?: string
  /** Where to land: its own, or the one that its base account says for all. */
  readonly region?: string
  readonly image?: string
  readonly group?: string
  readonly description?: string
  /** Regions that it is often opened in. */
  readonly regions?: readonly string[]
  /** Patterns of the console pages that it is for. */
  readonly match?: readonly string[]
  /** Whether a switch to it is to be confirmed. */
  readonly confirm?: true
  /** Whether it is opened in a Firefox container of its own, where the user wants that. */
  readonly container?: true
  /** How long a session of it lasts, in seconds; absent where the profile doesn't say. */
  readonly duration?: number
  /**
   * Of a portal role, which is signed in to from anywhere rather than switched to: the address of its portal, as
   * `portalOf` gives it. Its role name is the permission set's.
   */
  readonly portal?: string
  /** Addresses of other portals of the same instance. */
  readonly otherPortals?: readonly string[]
  /** Index of its base account; absent where it has none that names an account: then it is offered everywhere. */
  readonly base?: number
}

/** A profile that is not offered, and why. */
export interface HiddenRole {
  readonly name: string
  readonly reason: HiddenReason
}

export type HiddenReason =
  /** Its base account, of the profile `base`, is another one than the session's, as far as the page tells. */
  | {
      readonly kind: 'other-base'
      readonly base: string
      readonly account: string
      /** What makes it look like the session's. */
      readonly nearMiss?: NearMiss
    }
  /** Its base account fits, but wants to be signed in with another role or permission set. */
  | { readonly kind: 'other-signed-in-role'; readonly base: string; readonly roleName: string }
  /** It belongs to another partition's console; or its base account does, of the profile `base`. */
  | { readonly kind: 'other-partition'; readonly partition: Partition; readonly base?: string }
  /** It is switched to, and there is no session here to switch from. */
  | { readonly kind: 'no-session' }
  /** “Only roles that match my current role” is on, and the current role, `roleName`, has another name. */
  | { readonly kind: 'other-role-name'; readonly roleName: string }

export type NearMiss =
  /** The session has switched to it, but classic mode always switches with the credentials of the sign-in. */
  | { readonly kind: 'switched-to' }
  /**
   * The page shows the session's account by its alias alone and the profile by its id, or the other way round:
   * `aws_account_alias` beside the id would tell. `account` is what the page shows.
   */
  | { readonly kind: 'maybe'; readonly account: string }
  /** The session is of a role that was switched to from it, but in which session is not known. */
  | { readonly kind: 'switched-from' }
