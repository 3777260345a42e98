import { median } from './median'

/**
 * By how much a number has grown over the second half of a long use: the median of the last tenth of its samples less that
 * of the sixth. The first half is left out, in which caches fill and a script is compiled bit by bit. Throws where there are
 * too few samples for two tenths.
 */
export function growth(samples: readonly number[]): number {
  const tenth = Math.floor(samples.length / 10)
  if (tenth === 0) throw new Error('Growth needs ten samples at least.')
  const half = Math.floor(samples.length / 2)
  // Of two in the middle the lower counts, so that one high sample alone is no growth.
  return median(samples.slice(-tenth)) - median(samples.slice(half, half + tenth))
}
