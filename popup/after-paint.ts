/** How long the browser may take to draw, in milliseconds. It doesn't draw a page that it doesn't show. */
const paintTimeoutMs = 200

/** Calls `work` once the browser has drawn what is in the document now, so that the work doesn't delay it. */
export function afterPaint(work: () => void): void {
  const timer = setTimeout(begin, paintTimeoutMs)
  const frame = requestAnimationFrame(() => setTimeout(begin))
  function begin() {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    work()
  }
}
