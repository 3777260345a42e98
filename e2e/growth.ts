/**
 * By how much a number has grown over a long use: the median of the last tenth of its samples less that of the second
 * tenth. The first tenth is left out, while caches fill. Throws where there are too few samples for two tenths.
 */
export function growth(samples: readonly number[]): number {
  const tenth = Math.floor(samples.length / 10)
  if (tenth === 0) throw new Error('Growth needs ten samples at least.')
  return median(samples.slice(-tenth)) - median(samples.slice(tenth, 2 * tenth))
}

/** The lower of the two in the middle of an even number, so that one high sample alone is no growth. */
function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN
}
