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
  /** `elements` on older pages, which hold the names in elements; absent on others. */
  readonly form?: string
  /** For how many milliseconds the page has been loaded; absent while it still loads. */
  readonly loadedFor?: string
}

/** How long after it was loaded a page may still fill in what identifies the session, in milliseconds. Source: docs/console.md, “What the page tells”. */
export const lateFactsMs = 10_000

/**
 * Whether the page has said all that identifies its session. Session data and the account's names come seconds after the
 * page, in either order; older pages never have session data. What hasn't come `lateFactsMs` after the page won't.
 */
export function isSettled(facts: PageFacts): boolean {
  const { sessionData, loginAccount, form } = facts
  const hasAll = loginAccount !== undefined && (sessionData !== undefined || form === 'elements')
  return hasAll || isPastWaiting(facts)
}

/** Whether the page was loaded so long ago that it says nothing more. */
export function isPastWaiting({ loadedFor }: PageFacts): boolean {
  return loadedFor !== undefined && Number(loadedFor) >= lateFactsMs
}
