/** The latest time that a `Date` can hold, in milliseconds since 1970. */
const lastMoment = 8.64e15

/**
 * Whether `value` is a time in milliseconds since 1970 that a `Date` can hold. `Date` and `Intl` throw for any other number.
 */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= lastMoment
}

/**
 * Returns how many milliseconds ago a stored time was. Undefined if it is in the future: a wrong clock stored it, so the
 * actual time isn't known.
 */
export function timeSince(stored: number, now: number): number | undefined {
  return stored <= now ? now - stored : undefined
}

/**
 * Returns how many milliseconds remain until a stored time that was at most `longest` away. Returns 0 if it is further away:
 * a wrong clock stored it, and waiting could take years.
 */
export function timeUntil(stored: number, now: number, longest: number): number {
  const left = stored - now
  return left <= longest ? Math.max(0, left) : 0
}
