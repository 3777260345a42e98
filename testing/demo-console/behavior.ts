import { defaultPortal, type PortalBehavior } from './portal-shape'
import { defaultShape, type Shape } from './shape'
import type { Mode } from './sign-in'

/** The sign-in host's response to an entirely valid switch request, instead of granting it. */
export type SwitchAnswer =
  /** AWS's refusal. In multi-session mode, a status of 200 refuses in the body alone. */
  | {
      readonly kind: 'refuse'
      readonly errorCode: string
      readonly message?: string
      readonly status?: number
    }
  /** Never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'junk'; readonly body: string; readonly status?: number; readonly contentType?: string }
  /** Answers as if the switch had worked, without saying where to go. */
  | { readonly kind: 'no-destination' }
  /** Sends the browser to `url`, which may be anything. */
  | { readonly kind: 'destination'; readonly url: string }

export interface Behavior {
  /** The answer to every valid switch. If undefined, the switch is granted if the role's trust allows it. */
  readonly answer: SwitchAnswer | undefined
  /** Each `<account>/<role>` that a session that is itself a switched role may assume. */
  readonly rolesTrustingRoles: readonly string[]
  /** Each `<account>/<role>` that nobody may assume, like a role that requires an external id. */
  readonly rolesTrustingNobody: readonly string[]
  /** The mode in which the portal signs in. */
  readonly portalMode: Mode
  readonly portal: PortalBehavior
  readonly page: PageBehavior
  readonly sessionList: SessionListBehavior
  readonly shape: Shape
}

/** How a sign-in host answers the question for the open sessions. */
interface SessionListBehavior {
  readonly how: 'lists' | 'refuses' | 'hangs' | 'page' | 'of another sign-in'
  readonly unit: 'seconds' | 'milliseconds'
  /** Minutes until each session ends. */
  readonly minutes: number
}

/** A test's overrides of a shape, mostly with false values. */
export interface PageBehavior {
  /** Shows a signed-out page, even to a signed-in user. */
  readonly signedOut?: boolean
  /**
   * Merged into `awsc-session-data`. A key with undefined is left out. A string is the whole content; null removes the
   * element.
   */
  readonly sessionData?: Readonly<Record<string, unknown>> | string | null
  /** Merged into `ConsoleNavService.AccountInfo`. Null removes `ConsoleNavService`. */
  readonly accountInfo?: Readonly<Record<string, unknown>> | null
  /** `content` of `#awsc-signin-endpoint`. Null removes the element. */
  readonly signInElement?: string | null
  /** A token of another sign-in, or no `AWSC` at all. */
  readonly csrf?: 'wrong' | 'none'
  /** A program that runs in the page after the page's own, before anybody reads it. */
  readonly script?: string
  readonly policy?: PolicyBehavior
}

export type PolicyBehavior =
  /** As closed as the shape says. */
  | 'as-aws'
  /** Like AWS's, and also requires Trusted Types. */
  | 'trusted-types'
  /** Neither forms nor requests may go to the sign-in host. */
  | 'no-sign-in'
  /** A form may go to the sign-in host, but its redirect back to the page is blocked. */
  | 'no-return'
  | { readonly header: string }

export const defaultBehavior: Behavior = {
  answer: undefined,
  rolesTrustingRoles: [],
  rolesTrustingNobody: [],
  portalMode: 'classic',
  portal: defaultPortal,
  page: {},
  sessionList: { how: 'lists', unit: 'seconds', minutes: 60 },
  shape: defaultShape,
}
