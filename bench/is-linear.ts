import { processorTime } from './processor-time'

/** How much larger the larger input is. */
const factor = 32
/** Between in proportion, which makes 32 times the time, and the square, which makes 1,024 times. */
const steep = 256
/** In microseconds: next to nothing can't be compared, and counts as this much. */
const least = 500
const attempts = 3

/**
 * Whether `run` takes time in proportion to the size of its input, rather than to its square: whether an input of `size`
 * takes not much more than 32 times as long as one of a 32nd of it. Counted is the processor's time, of which other
 * processes take none; what disturbs it all the same doesn't do so again and again.
 */
export function isLinear<Input>(
  size: number,
  make: (size: number) => Input,
  run: (input: Input) => void,
): boolean {
  const [small, large] = [make(Math.ceil(size / factor)), make(size)]
  // Compiles the code first.
  run(small)
  return repeatedly(() => {
    const time = shortest(() => run(small))
    return shortest(() => run(large)) / Math.max(least, time) < steep
  })
}

function repeatedly(test: () => boolean): boolean {
  return Array.from({ length: attempts }).some(test)
}

function shortest(run: () => void): number {
  return Math.min(...Array.from({ length: attempts }, () => processorTime(run)))
}
