import { median } from '../bench/median'

/**
 * By how much a number has grown over a long use: the median of the last tenth of its samples less that of the second
 * tenth. The first tenth is left out, while caches fill. Throws where there are too few samples for two tenths.
 */
export function growth(samples: readonly number[]): number {
  const tenth = Math.floor(samples.length / 10)
  if (tenth === 0) throw new Error('Growth needs ten samples at least.')
  // Of two in the middle the lower counts, so that one high sample alone is no growth.
  return median(samples.slice(-tenth)) - median(samples.slice(tenth, 2 * tenth))
}
