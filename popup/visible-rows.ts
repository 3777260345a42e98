/** Rows kept above and below those in view, so that scrolling shows no gap. */
const margin = 4

/**
 * Returns which rows of equal height should be in the document: from `first`, up to and without `end`. Sizes in CSS pixels.
 * The number of rows depends only on the viewport, never on `count`.
 */
export function visibleRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewportHeight: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - margin)
  const end = Math.min(count, Math.ceil((scrollTop + viewportHeight) / rowHeight) + margin)
  return { first: Math.min(first, end), end }
}

/** Returns the scroll position nearest to `scrollTop` at which the whole row is in view. */
export function scrollToRow(
  row: number,
  rowHeight: number,
  scrollTop: number,
  viewportHeight: number,
): number {
  const top = row * rowHeight
  return Math.min(top, Math.max(scrollTop, top + rowHeight - viewportHeight))
}
