/** Resolves with undefined after a delay. Race it with something that may never finish. */
export function after(milliseconds: number): Promise<undefined> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
