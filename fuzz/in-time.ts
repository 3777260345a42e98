import { processorTime } from '../bench/processor-time'

/** Time that any input may take, in microseconds. A busy machine is slow at times. */
const fixed = 20_000
/** Further time for each character. It's long, because code that counts what it reaches takes several times as long. */
const perCharacter = 40
const attempts = 3

/**
 * Runs a function that reads a text of `length` characters, and returns how long it took, in microseconds.
 * @throws if repeated runs all take more than time in proportion to the length, like a regular expression that runs
 * away.
 */
export function inTime(length: number, run: () => void): number {
  const before = performance.now()
  run()
  let time = (performance.now() - before) * 1000
  const most = fixed + perCharacter * length
  for (let attempt = 0; attempt < attempts && time > most; attempt++) time = processorTime(run)
  if (time > most) throw new Error(`${length} characters took ${Math.round(time / 1000)} ms.`)
  return time
}
