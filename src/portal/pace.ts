/** When the next request to the portal may be sent. Times are in milliseconds since 1970. Plain data. */
export interface Pace {
  /** Not before this time. */
  readonly notBefore: number
  /** How many requests in a row have failed in a way that may pass. */
  readonly tries: number
  /** Whether the portal has once answered that there are too many requests. */
  readonly isSlowed: boolean
}

/** The least time between two requests, in milliseconds: three a second. Source: docs/portal.md, “Limits”. */
const gapMs = 334
/** The same once there were too many requests: half as many. */
const slowGapMs = 2 * gapMs
/** How long to wait after the first, second and any further failure in a row, in milliseconds. Source: as above. */
const waitsMs = [2_000, 5_000, 10_000] as const
/** The longest wait that a portal can ask for, in milliseconds. A longer one ends the search until the user continues. */
export const maxWaitMs = 600_000
/** How many failures in a row end the search, for as long as it isn't about too many requests. */
export const maxTries = 3
/** How many answers in a row that there are too many requests end the search: then it has waited a minute and a half. */
export const maxThrottled = 10

export const firstPace: Pace = { notBefore: 0, tries: 0, isSlowed: false }

/** Returns the pace after an answer to a request that was sent at `sentAt`. */
export function paceAfterAnswer({ isSlowed }: Pace, sentAt: number): Pace {
  return { notBefore: sentAt + (isSlowed ? slowGapMs : gapMs), tries: 0, isSlowed }
}

/**
 * Returns the pace after a failure that may pass. `throttled`: there were too many requests; the portal asks to wait
 * `retryAfter` milliseconds, if it says so.
 */
export function paceAfterFailure(
  { tries, isSlowed }: Pace,
  now: number,
  throttled?: { readonly retryAfter: number | undefined },
): Pace {
  const wait = waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 0
  const slowed = isSlowed || throttled !== undefined
  const least = slowed ? slowGapMs : gapMs
  return {
    notBefore: now + Math.max(throttled?.retryAfter ?? wait, least),
    tries: tries + 1,
    isSlowed: slowed,
  }
}

/** Returns how long to wait, in milliseconds. A clock that was set back doesn't make the wait longer than it can be. */
export function waitOf({ notBefore }: Pace, now: number): number {
  return Math.min(Math.max(0, notBefore - now), maxWaitMs)
}
