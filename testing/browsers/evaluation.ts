/**
 * Returns an expression that runs a function in a page and resolves to the JSON text that `readEvaluation` reads. The
 * browsers pass values in different ways; JSON is the same in both.
 */
export function writeEvaluation(page: (...args: never[]) => unknown, args: readonly unknown[]): string {
  // Code that tsx compiled names its inner functions with __name, which the page doesn't have.
  return `(async () => {
    const __name = it => it
    try {
      return JSON.stringify({ value: await (${page})(...${JSON.stringify(args)}) })
    } catch (error) {
      return JSON.stringify({ error: String(error) })
    }
  })()`
}

/**
 * Returns the value that the function returned.
 * @throws what it threw, as an Error.
 */
export function readEvaluation(json: string): unknown {
  const outcome: { readonly value?: unknown; readonly error?: string } = JSON.parse(json)
  if (outcome.error !== undefined) throw new Error(outcome.error)
  return outcome.value
}
