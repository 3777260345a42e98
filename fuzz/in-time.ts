import { processorTime } from '../bench/processor-time'

/** What an input may take in any case, in microseconds: a machine that does other things too is slow at times. */
const fixed = 20_000
/** What each character may take beyond that: much, since code that counts what is reached takes a multiple of its time. */
const perCharacter = 40
const attempts = 3

/**
 * Runs what reads a text of `length` characters, and gives how long it took, in microseconds. Throws where it takes more
 * than time in proportion to the length, again and again: as with an expression that runs away.
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
