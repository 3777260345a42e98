/**
 * Returns a function that returns numbers from 0 up to, but not including, 1. The same seed, a whole number from 1 to
 * 2,147,483,646, gives the same numbers. It's the “minimal standard” generator of Park and Miller.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
