/**
 * Returns a function that runs work one at a time, each after the previous one has settled. It returns the work's result and
 * passes on its errors.
 */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
