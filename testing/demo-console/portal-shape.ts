/** An account of the demo's portal, with the permission sets that the user may use there. */
export interface PortalAccount {
  /** 12 digits. */
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

/** The ways in which the portal's own host can be asked for the accounts, and for an account's permission sets. */
type PortalWay = 'get' | 'post' | 'assignment'

/** One variant of an access portal: every way in which one may differ from another. See docs/portal.md. */
export interface PortalShape {
  readonly ways: readonly PortalWay[]
  /** How the portal answers the ways that it doesn't take. */
  readonly otherwise: 400 | 401 | 403 | 404 | 405 | 'html' | 'another shape'
  /** How further pages are asked for. */
  readonly pages: 'form' | 'address'
  readonly token: 'paginationToken' | 'nextToken' | 'next_token'
  /** What the last page has in place of a token. */
  readonly end: 'missing' | 'null' | 'empty' | 'the string null'
  /** The most entries of a page. */
  readonly pageSize: number
  /** Where an account's id and name are. */
  readonly names: 'metadata' | 'metadata without a name' | 'in the name'
  /** Answers each so-manieth request with 429, and says in which form to wait a second, if at all. */
  readonly throttle?: { readonly every: number; readonly retryAfter?: 'seconds' | 'date' }
  /** Ends the sign-in after so many requests, until the user signs in again. */
  readonly ends?: { readonly after: number; readonly how: 401 | 403 | 'html' | 'redirect' }
  /** Answers the first so many requests with this status, or closes the connection without an answer. */
  readonly down?: { readonly status: number | 'cut'; readonly times: number }
  /** Whether the page has the element `#env`. */
  readonly env: boolean
  readonly language: 'en' | 'ja'
  /** Whether the page's scripts can read the sign-in's cookie. */
  readonly cookie: 'readable' | 'HttpOnly'
  /** Ids of accounts that the service lists but doesn't know when asked for their permission sets. */
  readonly unknown: readonly string[]
  /** How many entries are accounts without an id. */
  readonly withoutId: number
}

export const defaultPortalShape: PortalShape = {
  ways: ['get', 'post', 'assignment'],
  otherwise: 405,
  pages: 'form',
  token: 'paginationToken',
  end: 'null',
  pageSize: 100,
  names: 'metadata',
  env: true,
  language: 'en',
  cookie: 'HttpOnly',
  unknown: [],
  withoutId: 0,
}

/** What a portal shows, and how it behaves. */
export interface PortalBehavior {
  readonly accounts: readonly PortalAccount[]
  /** Names of applications that aren't AWS accounts. */
  readonly applications: readonly string[]
  /**
   * Whether a page without a sign-in leads to the sign-in page. Otherwise it signs in by itself, as with an identity
   * provider that knows the user.
   */
  readonly asksToSignIn: boolean
  /** How many accounts the page unfolds by itself. */
  readonly unfolded: number
  readonly shape: PortalShape
}

export const defaultPortal: PortalBehavior = {
  accounts: [
    { id: '222233334444', name: 'Shop staging', roles: ['Operator', 'Reader'] },
    { id: '333344445555', name: 'Shop production', roles: ['Operator', 'Reader', 'Power_User'] },
    { id: '012345678901', name: 'Payments', roles: ['Billing'] },
  ],
  applications: ['Issue tracker'],
  asksToSignIn: false,
  unfolded: 0,
  shape: defaultPortalShape,
}
