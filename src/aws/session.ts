import type { Partition } from './partitions'

/** An account as the console shows it: its 12 digits, its alias, or both. Never neither. */
export interface Account {
  readonly id?: string
  readonly alias?: string
}

/** The console session in the current tab. */
export interface Session {
  readonly partition: Partition
  readonly mode: Mode
  /** The sign-in host to post to, checked against the partition's list. */
  readonly signInHost: string
  /** Whether the page named none, so that the session may belong to another host. */
  readonly isSignInGuessed?: true
  /** Alternative sign-in hosts, best first. Absent if there are none. */
  readonly otherSignInHosts?: readonly string[]
  /** The signed-in account. In multi-session mode, this session's own account. */
  readonly base: Account
  /** The signed-in IAM role or permission set. Absent for IAM users and the root user. */
  readonly signedInRole?: string
  /** The user's name, as shown. */
  readonly user?: string
  /** The role that was switched to, if any. */
  readonly switched?: { readonly account: Account; readonly roleName: string }
  /** For a switched role in multi-session mode: who was signed in, in the session that the switch came from. */
  readonly login?: Login
}

export interface Login extends Pick<Session, 'signedInRole' | 'user'> {
  readonly account: Account
}

type Mode =
  | { readonly kind: 'classic' }
  /** `differentiator`: the session's name, 12 digits, a hyphen and 4 to 40 letters or digits. */
  | { readonly kind: 'multi-session'; readonly differentiator: string }

/** Why a page gives no session. */
export type SessionFailure =
  /** The page says nothing about a session: signed out, expired, or still loading. */
  | { readonly kind: 'signed-out' }
  /** The page has a session, but this fact is missing or malformed, so the session can't be identified. */
  | { readonly kind: 'missing-fact'; readonly fact: string }
  /** The page names a sign-in host that isn't AWS's. Rolecall never posts there. */
  | { readonly kind: 'foreign-sign-in-host'; readonly host: string }
