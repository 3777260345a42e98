import type { UnusableList } from '../../../src/config/exchange/accounts/read-accounts'

/** Why nothing of a file is imported. */
export type NotImported =
  | { readonly kind: 'encoding' }
  | { readonly kind: 'too-large' }
  /** It is a list of accounts, or else for a program, and nothing can be made of it. */
  | { readonly kind: 'list'; readonly list: UnusableList }
  | { readonly kind: 'accounts-among-others' }
  | { readonly kind: 'failed'; readonly message: string }
