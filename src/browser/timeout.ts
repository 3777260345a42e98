import { message } from './i18n'

/** How long the browser's storage, or a page, may take to answer, in milliseconds. It usually takes a few. */
const answerTimeoutMs = 15_000

/** The browser, or a page, didn't answer in time. Its message is for the user. */
export class NoAnswerError extends Error {}

/**
 * Resolves with the result of `promise`, or rejects with a `NoAnswerError` after `answerTimeoutMs`, so that a hanging API
 * can't hang the caller. The operation may still complete after that.
 */
export function within<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeOut = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NoAnswerError(message('noAnswer', answerTimeoutMs / 1_000))),
      answerTimeoutMs,
    )
  })
  return Promise.race([promise, timeOut]).finally(() => clearTimeout(timer))
}
