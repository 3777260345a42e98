import { setTimeout as delay } from 'node:timers/promises'

export interface WaitOptions {
  /** In milliseconds. */
  readonly timeout?: number
  /** Whether an error of the probe is to be overcome by asking again; it is by default. */
  readonly overcomes?: (error: unknown) => boolean
}

/** Between two questions, in milliseconds. */
const longestPauseMs = 80

/**
 * Asks again and again until the probe gives something other than `false`, and gives that. Throws, after the timeout,
 * a sentence with what was waited for and the probe's last error.
 */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | false | undefined>,
  { timeout = 10_000, overcomes = () => true }: WaitOptions = {},
): Promise<T> {
  const end = Date.now() + timeout
  let cause: unknown
  // A question takes the page's and the browser's time from what is waited for.
  for (let pause = 10; ; pause = Math.min(2 * pause, longestPauseMs)) {
    try {
      const found = await probe()
      if (found !== undefined && found !== false) return found
      cause = undefined
    } catch (error) {
      if (!overcomes(error)) throw error
      cause = error
    }
    if (Date.now() > end) break
    await delay(pause)
  }
  const reason = cause instanceof Error ? `: ${cause.message}` : ''
  throw new Error(`Waited ${timeout / 1000} s in vain for ${what}${reason}`, { cause })
}
