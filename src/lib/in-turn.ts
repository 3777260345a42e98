/**
 * Gives a function that does works one after the other, each when the one before has ended, well or not. It gives and
 * throws what the work does.
 */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
