import { processorTime } from './processor-time'

/** How many times as large the larger input is. */
const factor = 32
/** A limit between proportional time, which is 32 times as long, and the square, which is 1,024 times. */
const steep = 256
/** In microseconds. Shorter times can't be compared, and count as this much. */
const least = 500
const attempts = 3

/**
 * Whether `run` takes time in proportion to the size of its input, and not to its square. Compares an input of `size`
 * with one of a 32nd of it. Only the processor's time counts, which other processes don't add to. Other disturbances
 * don't repeat at every try.
 */
export function isLinear<Input>(
  size: number,
  make: (size: number) => Input,
  run: (input: Input) => void,
): boolean {
  const [small, large] = [make(Math.ceil(size / factor)), make(size)]
  // Compiles the code before it's measured.
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
