/**
 * What a console page says about itself. `page/read-page.ts` copies it as strings of bounded length. Untrusted; only
 * `readSession` reads it.
 */
export interface PageFacts {
  /** `content` of `meta[name="awsc-session-data"]`: JSON. */
  readonly sessionData?: string
  /** `content` of `#awsc-signin-endpoint`. */
  readonly signInEndpoint?: string
  /** From `ConsoleNavService.AccountInfo`, or from the `#awsc-…-display-name-…` elements on older pages. */
  readonly loginAccount?: string
  readonly loginUser?: string
  readonly roleAccount?: string
  readonly roleUser?: string
  /** `elements` on older pages, which keep the names in elements; absent on others. */
  readonly form?: string
  /** How long ago the page finished loading, in milliseconds; absent while it is loading. */
  readonly loadedFor?: string
}

/**
 * How long after loading a page may still fill in what identifies the session, in milliseconds. Source: docs/console.md,
 * “Page facts”.
 */
export const lateFactsMs = 10_000

/**
 * Whether the page has provided everything that identifies its session. Session data and the account's names arrive seconds
 * after the page, in either order; older pages never have session data. Facts still missing after `lateFactsMs` won't
 * arrive.
 */
export function isSettled(facts: PageFacts): boolean {
  const { sessionData, loginAccount, form } = facts
  const hasAll = loginAccount !== undefined && (sessionData !== undefined || form === 'elements')
  return hasAll || isPastWaiting(facts)
}

/** Whether the page finished loading so long ago that it won't provide anything more. */
export function isPastWaiting({ loadedFor }: PageFacts): boolean {
  return loadedFor !== undefined && Number(loadedFor) >= lateFactsMs
}
