import { defaultShape, type Shape } from './shape'
import type { Mode } from './sign-in'

/** The sign-in host's response to an entirely valid switch request, instead of granting it. */
export type SwitchAnswer =
  /** AWS's refusal. Multi-session: a status of 200 is a refusal in the body alone. */
  | {
      readonly kind: 'refuse'
      readonly errorCode: string
      readonly message?: string
      readonly status?: number
    }
  /** Never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'junk'; readonly body: string; readonly status?: number; readonly contentType?: string }
  /** Answers as if it had worked, without saying where to go. */
  | { readonly kind: 'no-destination' }
  /** Sends the browser to `url`, which may be anything. */
  | { readonly kind: 'destination'; readonly url: string }

export interface Behaviour {
  /** The answer to every switch that is right; undefined grants it if the role's trust allows. */
  readonly answer: SwitchAnswer | undefined
  /** `<account>/<role>` that let themselves be assumed by a session that is itself a switched role. */
  readonly rolesTrustingRoles: readonly string[]
  /** `<account>/<role>` that let nobody in, as a role that wants an external id does. */
  readonly rolesTrustingNobody: readonly string[]
  /** The mode in which the portal signs in. */
  readonly portalMode: Mode
  readonly page: PageBehaviour
  readonly shape: Shape
}

/** A test's overrides of a shape: mostly false values. */
export interface PageBehaviour {
  /** Shows a signed-out page, even to a signed-in user. */
  readonly signedOut?: boolean
  /** Laid over `awsc-session-data`; a key with undefined is left out. A string is the content verbatim; null: no element. */
  readonly sessionData?: Readonly<Record<string, unknown>> | string | null
  /** Laid over `ConsoleNavService.AccountInfo`; null: no `ConsoleNavService`. */
  readonly accountInfo?: Readonly<Record<string, unknown>> | null
  /** `content` of `#awsc-signin-endpoint`; null: no element. */
  readonly signInElement?: string | null
  /** A token that isn't the sign-in's, or no `AWSC` at all. */
  readonly csrf?: 'wrong' | 'none'
  /** A program that runs in the page after the page's own, before anybody asks it. */
  readonly script?: string
  readonly policy?: PolicyBehaviour
}

export type PolicyBehaviour =
  /** As closed as the shape says. */
  | 'as-aws'
  /** As AWS's, and with Trusted Types required. */
  | 'trusted-types'
  /** Neither forms nor requests may go to the sign-in host. */
  | 'no-sign-in'
  /** A form may go to the sign-in host, but its redirect back to the page is blocked. */
  | 'no-return'
  | { readonly header: string }

export const defaultBehaviour: Behaviour = {
  answer: undefined,
  rolesTrustingRoles: [],
  rolesTrustingNobody: [],
  portalMode: 'classic',
  page: {},
  shape: defaultShape,
}
