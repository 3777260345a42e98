/** A target role: a role that can be switched to from the session's base account, and how to show it. */
export interface Role {
  /** The profile's name. */
  readonly name: string
  /** 12 digits, or an account alias. */
  readonly account: string
  readonly accountAlias?: string
  /** With its path, without a leading slash. */
  readonly roleName: string
  /** Six lower-case hex digits. */
  readonly color?: string
  readonly region?: string
  readonly image?: string
  readonly group?: string
  readonly description?: string
  /** Whether the session is in this role already. */
  readonly current: boolean
}

/** A profile that is not offered, and why. */
export interface HiddenRole {
  readonly name: string
  readonly reason: HiddenReason
}

export type HiddenReason =
  /** Its base account is another one than the session's. */
  | { readonly kind: 'other-base'; readonly base: string; readonly account: string }
  /** Its base account fits, but wants to be signed in with another role. */
  | { readonly kind: 'other-signed-in-role'; readonly base: string; readonly roleName: string }
  /** It belongs to another partition's console. */
  | { readonly kind: 'other-partition'; readonly partition: string }
  /** “Only roles matching my current role” is on, and its role name is another. */
  | { readonly kind: 'other-role-name'; readonly roleName: string }
