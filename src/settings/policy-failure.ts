import type { CheckedTeamUrl } from '../config/parse/team-url'

/** Why an administrator's setting is ignored. It never includes a value, which may be secret. */
export type PolicyFailure =
  /** There is no setting with this name. */
  | { readonly kind: 'unknown'; readonly name: string }
  | {
      readonly kind: 'not-one-of'
      readonly name: string
      readonly values: readonly (string | boolean)[]
    }
  | { readonly kind: 'bad-url'; readonly name: string; readonly reason: CheckedTeamUrl }
  /** The headers aren't names with a text each. */
  | { readonly kind: 'bad-headers'; readonly name: string }
  /** The header with this number, from 1, can't be sent. */
  | { readonly kind: 'bad-header'; readonly name: string; readonly number: number }
  /** Not a number of minutes within the limits. */
  | { readonly kind: 'bad-refresh'; readonly name: string }
  /** They come without a usable URL, so there is no server to send them to. */
  | { readonly kind: 'headers-alone'; readonly name: string }
  /** The entry with this number, from 1, isn't an extension id. */
  | { readonly kind: 'bad-sender'; readonly name: string; readonly number: number }
  /** It should be a list, but isn't. */
  | { readonly kind: 'no-list'; readonly name: string }
  /** The list of what users may change includes a name that isn't set. */
  | { readonly kind: 'not-set'; readonly name: string }
