/** How often something may be put back within how many milliseconds. Whoever takes it away more often is left to it. */
const limits = [
  { most: 20, within: 1_000 },
  { most: 200, within: 60_000 },
] as const
/** How long to wait for a frame that a page in front may never draw, and for one of a page that isn't in front, in milliseconds. */
const patience = { visible: 250, hidden: 50 }

/** Keeps something of ours in the page as it is to be. */
export interface Keeper {
  /** Looks, with the next frame, whether it has to be put back. */
  look(): void
  /** Ends that, until `start`. */
  stop(): void
  /** Begins anew. */
  start(): void
}

/**
 * Calls `restore` where `isKept` is false, once in a frame at most. Another script that keeps the same thing otherwise
 * would have the two busy for ever: after twenty times in a second this one gives up, and leaves things to the other.
 */
export function keeper(isKept: () => boolean, restore: () => void): Keeper {
  let times: readonly number[] = []
  let isOn = false
  let isWaiting = false
  const run = () => {
    isWaiting = false
    if (!isOn || isKept()) return
    const now = performance.now()
    if (limits.some(({ most, within }) => times.filter(time => now - time < within).length >= most)) {
      isOn = false
      return
    }
    times = [...times.slice(-limits[1].most), now]
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
  setTimeout(once, document.hidden ? patience.hidden : patience.visible)
}
