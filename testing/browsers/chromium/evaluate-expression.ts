import type { CDPSession } from 'puppeteer-core'

/**
 * Returns the text that the expression's promise resolves to. Puppeteer's own `evaluate` takes functions only.
 * @throws the expression's error, as an Error.
 */
export async function evaluateExpression(session: CDPSession, expression: string): Promise<string> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return String(result.value)
}
