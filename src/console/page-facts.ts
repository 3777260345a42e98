/**
 * What a console page says of itself, copied out of it by `page/read-page.ts`: strings of bounded length or
 * nothing. Untrusted; `readSession` is the only reader.
 */
export interface PageFacts {
  /** `content` of `meta[name="awsc-session-data"]`: JSON. */
  readonly sessionData?: string
  /** `content` of `#awsc-signin-endpoint`. */
  readonly signInEndpoint?: string
  /** From `ConsoleNavService.AccountInfo`, or on older pages from the `#awsc-…-display-name-…` elements. */
  readonly loginAccount?: string
  readonly loginUser?: string
  readonly roleAccount?: string
  readonly roleUser?: string
}
