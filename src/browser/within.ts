/** How long a browser's storage may take to answer, in milliseconds. It takes a few as a rule. */
const patience = 15_000

/** What the promise gives. Rejects where it gives nothing in time: a storage that hangs must not hang its user. */
export function within<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The browser's storage gave no answer.")), patience)
  })
  return Promise.race([promise, timeOut]).finally(() => clearTimeout(timer))
}
