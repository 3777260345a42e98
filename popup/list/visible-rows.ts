/** Rows kept above and below those in view, so that scrolling shows no gap. */
const margin = 4

/** Where each row begins, in CSS pixels from the top of the list, and after the last row where that ends. */
export type Tops = Float64Array

/** Takes time proportional to the number of rows. */
export function topsOf(count: number, heightOf: (row: number) => number): Tops {
  const tops = new Float64Array(count + 1)
  for (let row = 0; row < count; row++) tops[row + 1] = (tops[row] ?? 0) + heightOf(row)
  return tops
}

/** Returns the row at a distance from the top of the list; the last one if it is below them all, -1 if there is none. */
export function rowAt(tops: Tops, y: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle + 1] ?? 0) <= y) low = middle + 1
    else high = middle
  }
  return Math.min(low, tops.length - 2)
}

/**
 * Returns which rows should be in the document: from `first`, up to and without `end`. Sizes in CSS pixels. The number of
 * rows depends on the viewport, not on how many there are.
 */
export function visibleRows(
  tops: Tops,
  scrollTop: number,
  viewportHeight: number,
): { readonly first: number; readonly end: number } {
  const end = Math.min(tops.length - 1, rowAt(tops, scrollTop + viewportHeight - 1) + 1 + margin)
  return { first: Math.max(0, rowAt(tops, scrollTop) - margin), end }
}

/** Returns the scroll position nearest to `scrollTop` at which the whole row is in view, `covered` pixels from the top. */
export function scrollToRow(
  tops: Tops,
  row: number,
  scrollTop: number,
  viewportHeight: number,
  covered = 0,
): number {
  const [top = 0, bottom = 0] = [tops[row], tops[row + 1]]
  return Math.max(0, Math.min(top - covered, Math.max(scrollTop, bottom - viewportHeight)))
}
