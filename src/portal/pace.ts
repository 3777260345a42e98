/** When the next request to the portal may be sent. Times are in milliseconds since 1970. Plain data. */
export interface Pace {
  /** Not before this time. */
  readonly notBefore: number
  /** When the last requests were answered, the latest last. */
  readonly answeredAt: readonly number[]
  /** How many requests in a row have failed in a way that may pass. */
  readonly tries: number
  /** Whether the portal has once answered that there are too many requests. */
  readonly isSlowed: boolean
}

/** The most requests in `windowMs`, and the least time between two of them. Source: docs/portal.md, “Limits”. */
const mostAtOnce = 3
const windowMs = 1_000
const gapMs = Math.ceil(windowMs / mostAtOnce)
/** The same once there were too many requests: half as many. */
const slowWindowMs = 2 * windowMs
const slowGapMs = 2 * gapMs
/** How long to wait after the first, second and any further failure in a row, in milliseconds. Source: as above. */
const waitsMs = [2_000, 5_000, 10_000] as const
/** The longest wait that a portal can ask for, in milliseconds. A longer one ends the search until the user continues. */
export const maxWaitMs = 600_000
/** How many failures in a row end the search, for as long as it isn't about too many requests. */
export const maxTries = 3
/** How many answers in a row that there are too many requests end the search: then it has waited a minute and a half. */
export const maxThrottled = 10

export const firstPace: Pace = { notBefore: 0, answeredAt: [], tries: 0, isSlowed: false }

/**
 * Returns the pace after an answer to a request that was sent at `sentAt`. A request may arrive at any time until its answer
 * does, so what arrives in a second is limited by the answers.
 */
export function paceAfterAnswer({ isSlowed, ...pace }: Pace, sentAt: number, now: number): Pace {
  const answeredAt = withAnswer(pace.answeredAt, now)
  const [first = 0] = answeredAt.length < mostAtOnce ? [] : answeredAt
  const notBefore = Math.max(
    sentAt + (isSlowed ? slowGapMs : gapMs),
    first + (isSlowed ? slowWindowMs : windowMs),
  )
  return { notBefore, answeredAt, tries: 0, isSlowed }
}

function withAnswer(answeredAt: readonly number[], now: number): readonly number[] {
  return [...answeredAt, now].slice(-mostAtOnce)
}

/**
 * Returns the pace after a failure that may pass. `throttled`: there were too many requests; the portal asks to wait
 * `retryAfter` milliseconds, if it says so.
 */
export function paceAfterFailure(
  { tries, isSlowed, answeredAt }: Pace,
  now: number,
  throttled?: { readonly retryAfter: number | undefined },
): Pace {
  const wait = waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 0
  const slowed = isSlowed || throttled !== undefined
  const least = slowed ? slowGapMs : gapMs
  return {
    notBefore: now + Math.max(throttled?.retryAfter ?? wait, least),
    answeredAt: withAnswer(answeredAt, now),
    tries: tries + 1,
    isSlowed: slowed,
  }
}

/** Returns how long to wait, in milliseconds. A clock that was set back doesn't make the wait longer than it can be. */
export function waitOf({ notBefore }: Pace, now: number): number {
  return Math.min(Math.max(0, notBefore - now), maxWaitMs)
}
