/**
 * Returns an expression that runs a function in a page and resolves to the JSON text that `readEvaluation` reads. The
 * browsers pass values in different ways; JSON is the same in both.
 */
export function writeEvaluation(page: (...args: never[]) => unknown, args: readonly unknown[]): string {
  // tsx compiles inner functions to calls of __name, which the page doesn't have.
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
 * Returns the function's result.
 * @throws the function's error, as an Error.
 */
export function readEvaluation(json: string): unknown {
  const outcome: { readonly value?: unknown; readonly error?: string } = JSON.parse(json)
  if (outcome.error !== undefined) throw new Error(outcome.error)
  return outcome.value
}
