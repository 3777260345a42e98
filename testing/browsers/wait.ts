import { setTimeout as delay } from 'node:timers/promises'
import { expectTimeoutMs } from '../expect-timing'

export interface WaitOptions {
  /** In milliseconds. */
  readonly timeout?: number
  /** Whether to ask again after this error of the probe. By default, it always does. */
  readonly overcomes?: (error: unknown) => boolean
}

/** The longest pause between two questions, in milliseconds. */
const maxPauseMs = 80

/**
 * Asks again until the probe returns something other than `false`, and returns that.
 * @throws a sentence, after the timeout, that names what it waited for and the probe's last error.
 */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | false | undefined>,
  { timeout = expectTimeoutMs, overcomes = () => true }: WaitOptions = {},
): Promise<T> {
  const end = Date.now() + timeout
  let cause: unknown
  // Each question costs the page and the browser time that they need for the work itself.
  for (let pause = 10; ; pause = Math.min(2 * pause, maxPauseMs)) {
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
  throw new Error(`Timed out after ${timeout / 1000} s waiting for ${what}${reason}`, { cause })
}
