export interface Quiet {
  /** Starts the pause again. Does nothing once it is over. */
  disturb(): void
  /** Ends it without a call. */
  end(): void
}

/** Calls `onQuiet` once, after a pause of so many milliseconds without a disturbance. */
export function awaitQuiet(pause: number, onQuiet: () => void): Quiet {
  let isOver = false
  const start = () =>
    setTimeout(() => {
      isOver = true
      onQuiet()
    }, pause)
  let timer = start()
  return {
    disturb() {
      clearTimeout(timer)
      if (!isOver) timer = start()
    },
    end() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
