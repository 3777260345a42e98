import { message } from './i18n'

/** How long a browser's storage, or a page, may take to answer, in milliseconds. They take a few as a rule. */
const answerTimeoutMs = 15_000

/**
 * What the promise gives. Rejects where it gives nothing in time, and says so: what hangs must not hang who asks it. What
 * was asked for may still be done then.
 */
export function within<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message('noAnswer', answerTimeoutMs / 1_000))), answerTimeoutMs)
  })
  return Promise.race([promise, timeOut]).finally(() => clearTimeout(timer))
}
