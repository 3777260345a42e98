/** How often something may be put back within how many milliseconds. A script that removes it more often than that wins. */
const restoreLimits = [
  { most: 20, within: 1_000 },
  { most: 200, within: 60_000 },
] as const
/** How long to wait for a frame, in milliseconds. Even a page in front may never draw one; one that isn't waits less. */
const frameTimeoutMs = { visible: 250, hidden: 50 }

/** Keeps something of ours in the page as it should be. */
export interface Keeper {
  /** Checks, in the next frame, whether it has to be put back. */
  look(): void
  /** Stops until `start`. */
  stop(): void
  start(): void
}

/**
 * Calls `restore` when `isKept` returns false, at most once per frame. If another script keeps the same thing in another
 * state, the two would go on forever: after twenty times in a second this one gives up, and leaves it to the other.
 */
export function keeper(isKept: () => boolean, restore: () => void): Keeper {
  let times: readonly number[] = []
  let isOn = false
  let isWaiting = false
  const run = () => {
    isWaiting = false
    if (!isOn || isKept()) return
    const now = performance.now()
    if (restoreLimits.some(({ most, within }) => times.filter(time => now - time < within).length >= most)) {
      isOn = false
      return
    }
    times = [...times.slice(-restoreLimits[1].most), now]
    restore()
  }
  return {
    look() {
      if (!isOn || isWaiting) return
      isWaiting = true
      nextFrame(run)
    },
    stop() {
      isOn = false
    },
    start() {
      times = []
      isOn = true
    },
  }
}

/** A page that isn't drawn has no frames. */
function nextFrame(run: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    run()
  }
  if (!document.hidden) requestAnimationFrame(once)
  setTimeout(once, document.hidden ? frameTimeoutMs.hidden : frameTimeoutMs.visible)
}
