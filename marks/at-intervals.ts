/** Returns a function that runs `work` at once, or, if it ran less than `gap` milliseconds ago, when that time is over. */
export function spaced(work: () => unknown, gap: number): () => void {
  let last = Number.NEGATIVE_INFINITY
  let isWaiting = false
  const run = () => {
    isWaiting = false
    last = performance.now()
    work()
  }
  return () => {
    if (isWaiting) return
    const left = last + gap - performance.now()
    if (left <= 0) return run()
    isWaiting = true
    setTimeout(run, left)
  }
}
