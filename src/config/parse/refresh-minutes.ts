/** The minutes from one refresh of a team's configuration to the next: from five to those of a week. */
export const leastRefresh = 5
export const mostRefresh = 7 * 24 * 60

/** The minutes as they were written, within the bounds; undefined for anything else. */
export function readRefreshMinutes(written: string): number | undefined {
  const minutes = /^\d{1,5}$/.test(written) ? Number(written) : 0
  return isRefreshMinutes(minutes) ? minutes : undefined
}

/** Whether it is a number from `leastRefresh` to `mostRefresh`, whole or not. */
export function isRefreshMinutes(minutes: unknown): minutes is number {
  return typeof minutes === 'number' && minutes >= leastRefresh && minutes <= mostRefresh
}
