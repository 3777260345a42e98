import type { FoundAccount } from '../found'

/** One permission set in one account of a portal. */
export interface FoundRole {
  readonly account: FoundAccount
  readonly roleName: string
}
