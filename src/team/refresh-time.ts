import { maxRefreshMinutes } from '../config/parse/refresh-minutes'

/** Minutes between refreshes if neither the user nor the team sets them. */
export const defaultRefreshMinutes = 60

/** Returns the minutes between refreshes: the user's own take precedence over the team's. */
export function refreshMinutes(own: number | undefined, team: number | undefined): number {
  return own ?? team ?? defaultRefreshMinutes
}

const minuteMs = 60_000
/** Maximum wait, however often it fails and whatever the server asks for: half a working day. */
const maxBackoffMs = 6 * 60 * minuteMs
/** Maximum delay, in milliseconds. */
export const maxRefreshDelayMs = 1.1 * maxRefreshMinutes * minuteMs

export interface Attempt {
  /** Minutes between refreshes. */
  readonly refresh: number
  /** Number of failures in a row; 0 after a success. */
  readonly failures: number
  /** The wait that the server asked for, in milliseconds. */
  readonly retryAfter?: number | undefined
}

/**
 * Returns how long to wait for the next refresh after an attempt, in milliseconds. It varies by up to a tenth, by `random`
 * from 0 to 1, so that a whole team doesn't ask at once. Each failure doubles it, up to six hours, or up to the refresh
 * interval if that is longer.
 */
export function refreshDelay({ refresh, failures, retryAfter = 0 }: Attempt, random: number): number {
  const regular = refresh * minuteMs
  const longest = Math.max(maxBackoffMs, regular)
  const backedOff = Math.min(regular * 2 ** Math.max(0, failures - 1), longest)
  const asked = Math.min(retryAfter, longest)
  // Never earlier than the server asks for.
  return Math.round(Math.max(backedOff * (0.9 + 0.2 * random), asked * (1 + 0.1 * random)))
}
