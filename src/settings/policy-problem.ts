import type { CheckedTeamUrl } from '../config/parse/team-url'

/** Why something that an administrator has set is ignored. No value is ever part of it: it may be a secret. */
export type PolicyProblem =
  /** There is no such setting. */
  | { readonly kind: 'unknown'; readonly name: string }
  | {
      readonly kind: 'not-one-of'
      readonly name: string
      readonly values: readonly (string | boolean)[]
    }
  | { readonly kind: 'bad-url'; readonly name: string; readonly reason: CheckedTeamUrl }
  /** They aren't names with a text each. */
  | { readonly kind: 'bad-headers'; readonly name: string }
  /** The header with this number, from 1, can't be sent. */
  | { readonly kind: 'bad-header'; readonly name: string; readonly number: number }
  /** It is no number of minutes within the bounds. */
  | { readonly kind: 'bad-refresh'; readonly name: string }
  /** No usable URL is set with them, to whose server they could go. */
  | { readonly kind: 'headers-alone'; readonly name: string }
  /** The extension with this number, from 1, is named by what isn't an id. */
  | { readonly kind: 'bad-sender'; readonly name: string; readonly number: number }
  /** It should be a list, and isn't one. */
  | { readonly kind: 'no-list'; readonly name: string }
  /** The list of what users may change names something that isn't set. */
  | { readonly kind: 'not-set'; readonly name: string }
