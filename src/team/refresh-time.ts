import { mostRefresh } from '../config/parse/refresh-minutes'

/** Minutes from one refresh to the next, where neither the user nor the team says otherwise. */
export const defaultRefresh = 60

/** Minutes from one refresh to the next: the user's own count over the team's. */
export function refreshMinutes(own: number | undefined, team: number | undefined): number {
  return own ?? team ?? defaultRefresh
}

const minuteMs = 60_000
/** However often it fails, and whatever the server asks for: half a working day. */
const longestPause = 6 * 60 * minuteMs
/** The longest delay that there is, in milliseconds. */
export const longestDelay = 1.1 * mostRefresh * minuteMs

export interface Attempt {
  /** Minutes from one refresh to the next. */
  readonly refresh: number
  /** How many times in a row it has failed; 0 after a success. */
  readonly failures: number
  /** The server asked to be left alone for so many milliseconds. */
  readonly retryAfter?: number | undefined
}

/**
 * How long to wait for the next refresh after an attempt, in milliseconds. A tenth more or less, by `random` from 0 to 1, keeps
 * a whole team from asking at once. After failures it is twice as long each time, but no longer than six hours, unless
 * the refreshes are farther apart than that anyway.
 */
export function refreshDelay({ refresh, failures, retryAfter = 0 }: Attempt, random: number): number {
  const regular = refresh * minuteMs
  const longest = Math.max(longestPause, regular)
  const backedOff = Math.min(regular * 2 ** Math.max(0, failures - 1), longest)
  const asked = Math.min(retryAfter, longest)
  // Never earlier than the server asks for.
  return Math.round(Math.max(backedOff * (0.9 + 0.2 * random), asked * (1 + 0.1 * random)))
}
