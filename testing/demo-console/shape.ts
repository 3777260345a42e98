/** The token from `AWSC.Auth.getMbtc()`. */
export type TokenType =
  | PlainToken
  | `promise of ${PlainToken}`
  /** An older page's `input[name="csrf"]`, and no `AWSC`. */
  | 'element'

type PlainToken =
  | 'number'
  | 'negative number'
  | 'string'
  | 'numeric string'
  | 'boxed number'
  | 'boxed string'
  | 'bigint'

/** One variant of the console: every way in which a page or a sign-in host may differ from another. */
export interface Shape {
  readonly token: TokenType
  /**
   * Where the page says who is signed in: in AWS's objects, or in the elements of older pages, which have no session
   * data.
   */
  readonly facts: 'objects' | 'elements'
  /** When session data and `AccountInfo` appear, in milliseconds after the page. Null means never. */
  readonly late: { readonly data: number | null; readonly info: number | null }
  /** Where forms may go: see docs/console.md, “Classic switch”. */
  readonly formAction: 'closed' | 'without switchrole' | 'none'
  /** Where the page names its sign-in host. */
  readonly signInEndpoint: 'session data' | 'element' | 'both' | 'nowhere'
  /** The sign-in host that the page names. */
  readonly signIn: 'region' | 'global' | 'FIPS' | 'FIPS of the region' | 'bare'
  /** The sign-in hosts that answer for a multi-session session. */
  readonly sessionHost: 'any' | 'region' | 'global'
  /** How a sign-in host answers for an unknown session. */
  readonly unknownSession: 401 | 403 | 404
  /** Number of letters or digits after a session's account. */
  readonly sessionName: number
  /** Whether `getMbtc()` has to be called before a multi-session request. */
  readonly mint: boolean
  /** Whether a session's request has to come from one of its own tabs. */
  readonly ownTabOnly: boolean
  /** The session parameters in a multi-session page's address. */
  readonly address: 'plain' | 'login_hint' | 'account'
  /** The part of the address that names the new session after a multi-session switch. */
  readonly destination: 'login_hint' | 'host' | 'account'
  /** The status of an answer that grants a multi-session switch. */
  readonly granted: 200 | 201 | 202
  /** How a regional console handles a `region=` other than its own. */
  readonly regionParameter: 'redirects' | 'in place' | 'ignored'
  /** How AWS's own switch form behaves if several sessions are open and the link names none. */
  readonly switchForm: 'radios' | 'selector'
  /** What a console page without a session is: a page of its own, or a redirect to the sign-in host. */
  readonly ended: 'page' | 'sign-in'
  /** A sign-in host that is down, and how it answers. */
  readonly down?: { readonly host: 'region' | 'global'; readonly how: 502 | 503 | 'hang' }
}

export const defaultShape: Shape = {
  token: 'number',
  facts: 'objects',
  late: { data: 0, info: 0 },
  formAction: 'closed',
  signInEndpoint: 'session data',
  signIn: 'region',
  sessionHost: 'any',
  unknownSession: 401,
  sessionName: 8,
  mint: false,
  ownTabOnly: false,
  address: 'plain',
  destination: 'login_hint',
  granted: 200,
  regionParameter: 'redirects',
  switchForm: 'selector',
  ended: 'page',
}

/** The strictest variant that AWS has been shown to use of everything that can be combined. */
export const strictestShape: Shape = {
  ...defaultShape,
  late: { data: 500, info: 1_000 },
  sessionHost: 'region',
  unknownSession: 404,
  sessionName: 40,
  mint: true,
  ownTabOnly: true,
  address: 'account',
  destination: 'host',
  regionParameter: 'ignored',
}
