/**
 * Gives a function that gives numbers from 0 up to, but not, 1, the same ones for the same seed: a whole number from 1
 * to 2,147,483,646. It is the “minimal standard” generator of Park and Miller.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
