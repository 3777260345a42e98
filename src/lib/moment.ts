/** The last moment that a `Date` can hold, in milliseconds since 1970. */
const lastMoment = 8.64e15

/** Whether it is a moment in milliseconds since 1970 that a `Date` can hold. For any other number `Date` and `Intl` throw. */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= lastMoment
}

/**
 * How many milliseconds ago a stored moment was. Undefined if it is still to come: a clock that was wrong stored it, and
 * nothing is known about when that really was.
 */
export function timeSince(stored: number, now: number): number | undefined {
  return stored <= now ? now - stored : undefined
}

/**
 * How many milliseconds to wait for a stored moment, of which nobody ever had to wait longer than `longest`. None if it is
 * farther away: a clock that was wrong stored it, and would have it waited for for years.
 */
export function timeUntil(stored: number, now: number, longest: number): number {
  const left = stored - now
  return left <= longest ? Math.max(0, left) : 0
}
