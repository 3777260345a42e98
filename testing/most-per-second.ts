/** Returns the most of these times, in milliseconds, that lie within any second. */
export function mostPerSecond(times: readonly number[]): number {
  return Math.max(...times.map(start => times.filter(at => at >= start && at < start + 1_000).length))
}
