/** The minimum minutes between refreshes of a team list. The maximum is one week. */
export const minRefreshMinutes = 5
export const maxRefreshMinutes = 7 * 24 * 60

/** Parses minutes within the limits; undefined for anything else. */
export function readRefreshMinutes(written: string): number | undefined {
  const minutes = /^\d{1,5}$/.test(written) ? Number(written) : 0
  return isRefreshMinutes(minutes) ? minutes : undefined
}

/** Whether it is a number from `minRefreshMinutes` to `maxRefreshMinutes`, an integer or not. */
export function isRefreshMinutes(minutes: unknown): minutes is number {
  return typeof minutes === 'number' && minutes >= minRefreshMinutes && minutes <= maxRefreshMinutes
}
