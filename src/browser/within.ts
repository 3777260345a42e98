/** How long a browser's storage, or a page, may take to answer, in milliseconds. They take a few as a rule. */
const patience = 15_000

/**
 * What the promise gives. Rejects where it gives nothing in time, with a `reason` for the user: what hangs must not hang
 * who asks it.
 */
export function within<Value>(
  promise: Promise<Value>,
  reason = "The browser's storage gave no answer.",
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(reason)), patience)
  })
  return Promise.race([promise, timeOut]).finally(() => clearTimeout(timer))
}
