import type { Partition } from './partitions'

/** An account as the console shows it: its 12 digits, its alias, or both. Never neither. */
export interface Account {
  readonly id?: string
  readonly alias?: string
}

/** What the console in the current tab is signed in as. */
export interface Session {
  readonly partition: Partition
  readonly mode: Mode
  /** The sign-in host to post to, checked against the partition's list. */
  readonly signInHost: string
  /** Whether the page named none, so that another one may be the session's. */
  readonly isSignInGuessed?: true
  /** Sign-in hosts that can take its place, best first. None if absent. */
  readonly otherSignInHosts?: readonly string[]
  /** The account that is signed in to. In multi-session mode, this session's own account. */
  readonly base: Account
  /** The IAM role or permission set that is signed in with. Absent for IAM users and the root user. */
  readonly signedInRole?: string
  /** The name of the user, as shown. */
  readonly user?: string
  /** The role that was switched to, if any. */
  readonly switched?: { readonly account: Account; readonly roleName: string }
  /** Of a switched role in multi-session mode: who had signed in, in the session that it was switched to from. */
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
export type NoSession =
  /** The page says nothing of a session: signed out, expired, or still loading. */
  | { readonly kind: 'signed-out' }
  /** The page has a session, but the fact named here is missing or malformed, so the session can't be told. */
  | { readonly kind: 'missing-fact'; readonly fact: string }
  /** The page names a sign-in host that is not AWS's. Nothing is ever posted there. */
  | { readonly kind: 'foreign-sign-in-host'; readonly host: string }
