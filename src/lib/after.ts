/** Resolves with nothing after so many milliseconds, to be raced with what may take for ever. */
export function after(milliseconds: number): Promise<undefined> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
