import type { AccountsFailure } from '../../../src/config/exchange/accounts/read-accounts'

/** Why nothing in a file is imported. */
export type ImportFailure =
  | { readonly kind: 'encoding' }
  | { readonly kind: 'too-large' }
  /** It is a list of accounts or other data for a program, and nothing can be imported from it. */
  | { readonly kind: 'list'; readonly list: AccountsFailure }
  | { readonly kind: 'accounts-among-others' }
  | { readonly kind: 'no-roles' }
  /** The list can't be read, so nothing can be added to it. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'failed'; readonly message: string }
