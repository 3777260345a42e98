import { median } from './median'

/**
 * Returns how much a number has grown over the second half of a long run: the median of its last tenth of samples minus
 * that of its sixth. The first half is left out, because caches fill and scripts get compiled in it.
 * @throws if there are too few samples for two tenths.
 */
export function growth(samples: readonly number[]): number {
  const tenth = Math.floor(samples.length / 10)
  if (tenth === 0) throw new Error('Measuring growth takes at least ten samples.')
  const half = Math.floor(samples.length / 2)
  // Of two middle samples the lower counts, so that a single high sample isn't growth.
  return median(samples.slice(-tenth)) - median(samples.slice(half, half + tenth))
}
